import { codeSpan, markdownSentence } from "../../base/index.ts";
import { formatDuration } from "../../dns/index.ts";
import type { TrippedGuard } from "../guards/index.ts";
import type { PathChange, Plan, RiskLevel } from "../plan.ts";
import { quantity } from "../words.ts";
import { diffLines } from "./diff-lines.ts";
import { editSentences } from "./edit-sentences.ts";
import { type Group, groupByRisk } from "./grouping.ts";
import { type ListForm, Page, RECORD } from "./page.ts";
import { groupByTarget, pathGroupTitle, pathLine } from "./path-lines.ts";
import { groupTitle, guardSentence, riskSentences } from "./risk-sentences.ts";
import {
  affectedInWords,
  affectedSentences,
  cachedSentences,
  countsInWords,
  headline,
  zoneTitle,
} from "./sentences.ts";
import { shorten } from "./shorten.ts";

/** GitHub takes 65,536 characters in a comment; the rest is for what is said around the plan. */
const LIMIT = 60_000;

/** Most octets of one list, and of what stands after the changes altogether. */
const LIST = 4_000;
const TAIL = 3 * LIST;

/** Configuration files that are listed, so that there is room for records. */
const MOST_PATHS = 200;

/** Kept back for the note that says what was cut. */
const NOTE = 700;

/** Characters shown of a name inside a sentence; with escapes a name can have 1,004. */
const NAME = 300;

export interface MarkdownOptions {
  readonly guards: readonly TrippedGuard[];
  /** Octets of UTF-8 at most. */
  readonly limit?: number;
  /** The command that shows what does not fit. */
  readonly command?: string;
}

/**
 * The plan for a pull request's comment, the changes by risk: inert whatever the records say, and never longer than its
 * limit. What does not fit is cut at a record, lowest risk first, and the command for the rest is given.
 */
export function renderMarkdown(plan: Plan, options: MarkdownOptions): string {
  const limit = options.limit ?? LIMIT;
  const tail = tailOf(plan, Math.min(TAIL, limit / 2));
  const page = new Page(limit - Buffer.byteLength(tail) - NOTE);
  page.add(`**${headline(plan)}**`);
  page.addList(
    options.guards.map((guard) => guardSentence(guard, markdownSentence)),
    LIST,
    { mark: "> - ", before: "> [!WARNING]\n" },
  );
  if (plan.zones.length > 1)
    page.addList(
      plan.zones.map((zone) => `${zoneTitle(zone, name)}: ${countsInWords(zone.counts)}`),
      LIST,
    );
  const cut = addPaths(page, plan.paths) + addGroups(page, groupByRisk(plan));
  const note =
    cut > 0
      ? `_Cut here: ${quantity(cut, "more line")} of the plan. ${codeSpan(options.command ?? "zonewright plan")} shows all._`
      : "";
  return `${[page.text(), note, tail].filter((part) => part !== "").join("\n\n")}\n`;
}

/** How many configuration files are not shown. */
function addPaths(page: Page, paths: readonly PathChange[]): number {
  let cut = Math.max(0, paths.length - MOST_PATHS);
  for (const group of groupByTarget(paths.slice(0, MOST_PATHS))) {
    const shown = page.add(`#### ${pathGroupTitle(group, name)}`)
      ? page.addDiff(group.paths.map((path) => shorten(pathLine(path), RECORD)))
      : 0;
    cut += group.paths.length - shown;
  }
  return cut;
}

/** How many lines of the changes there was no room for. */
function addGroups(page: Page, groups: readonly Group[]): number {
  let cut = 0;
  for (const group of groups) {
    const lines = group.zones.flatMap(({ zone, items }) => [
      `@@ ${zoneTitle(zone, (text) => text)} @@`,
      ...diffLines(items, RECORD),
    ]);
    if (
      cut > 0 ||
      !page.add(`#### ${marks[group.level ?? "none"]}${groupTitle(group.level, groups.length === 1)}`)
    ) {
      cut += lines.length;
      continue;
    }
    page.addList(riskSentences(group.risks, { quote: name, strong: (title) => `**${title}**` }), LIST);
    cut += lines.length - page.addDiff(lines);
  }
  return cut;
}

const marks: Readonly<Record<RiskLevel | "none", string>> = {
  high: "🔴 ",
  medium: "🟠 ",
  low: "🟡 ",
  none: "",
};

/** What is said of the plan as a whole: edits that reach far, and folded, who is affected and for how long. */
function tailOf({ zones, files }: Plan, limit: number): string {
  const page = new Page(limit);
  const exposure = zones.flatMap((zone) => zone.exposure);
  page.addList(editSentences(files, name), LIST, {
    before: "**Edits that reach beyond their line, or change nothing**\n\n",
  });
  page.addList(affectedSentences(zones, name), LIST, folded(`Who is affected: ${affectedInWords(zones)}`));
  const longest = exposure.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  page.addList(
    cachedSentences(exposure, name),
    LIST,
    folded(`How long resolvers may keep what was: up to ${formatDuration(longest)}`),
  );
  return page.text();
}

function folded(summary: string): ListForm {
  return { before: `<details><summary>${summary}</summary>\n\n`, after: "\n\n</details>" };
}

function name(text: string): string {
  return codeSpan(shorten(text, NAME));
}
