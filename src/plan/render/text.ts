import { showInvisible } from "../../base/index.ts";
import type { TrippedGuard } from "../guards/index.ts";
import type { Plan } from "../plan.ts";
import { diffLines } from "./diff-lines.ts";
import { editSentences } from "./edit-sentences.ts";
import { type Group, groupByRisk } from "./grouping.ts";
import { groupByTarget, type PathGroup, pathGroupTitle, pathLine } from "./path-lines.ts";
import { groupTitle, guardSentence, riskSentences } from "./risk-sentences.ts";
import { affectedSentences, cachedSentences, countsInWords, headline, zoneTitle } from "./sentences.ts";

/** How text is coloured; picocolors has this shape. */
export interface Paint {
  bold(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

const plain: Paint = {
  bold: (text) => text,
  red: (text) => text,
  green: (text) => text,
  yellow: (text) => text,
  cyan: (text) => text,
};

/** The plan for a terminal, whole. */
export function renderText(plan: Plan, guards: readonly TrippedGuard[], paint: Paint = plain): string {
  const quote = oneLine;
  const { zones } = plan;
  const groups = groupByRisk(plan);
  const files = groupByTarget(plan.paths);
  const overview = zones.map((zone) => `  ${zoneTitle(zone, quote)}: ${countsInWords(zone.counts)}`);
  const sections = [
    [paint.bold(headline(plan)), ...(zones.length > 1 ? overview : [])],
    guards.map((guard) => paint.yellow(`guard: ${guardSentence(guard, quote)}`)),
    ...files.map((group) => renderPaths(group, paint)),
    ...groups.map((group) => renderGroup(group, groups.length === 1, paint)),
    list("Who is affected:", affectedSentences(zones, quote)),
    list(
      "How long resolvers may keep what was:",
      cachedSentences(
        zones.flatMap(({ exposure }) => exposure),
        quote,
      ),
    ),
    list("Edits that reach beyond their line, or change nothing:", editSentences(plan.files, quote)),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function renderGroup({ level, risks, zones }: Group, alone: boolean, paint: Paint): string[] {
  const colour = level === "high" ? paint.red : level === "medium" ? paint.yellow : paint.bold;
  return [
    colour(groupTitle(level, alone)),
    ...riskSentences(risks, { quote: oneLine, strong: paint.bold }).map((sentence) => `  ${sentence}`),
    ...zones.flatMap(({ zone, items }) => [
      `  ${paint.cyan(zoneTitle(zone, oneLine))}`,
      ...diffLines(items).map((line) => `    ${paintLine(oneLine(line), paint)}`),
    ]),
  ];
}

function renderPaths(group: PathGroup, paint: Paint): string[] {
  const lines = group.paths.map((path) => `  ${paintLine(oneLine(pathLine(path)), paint)}`);
  return [paint.bold(pathGroupTitle(group, oneLine)), ...lines];
}

function paintLine(line: string, paint: Paint): string {
  const colours: Readonly<Record<string, (text: string) => string>> = {
    "+": paint.green,
    "-": paint.red,
    "!": paint.yellow,
  };
  return colours[line[0]!]?.(line) ?? line;
}

function oneLine(text: string): string {
  return showInvisible(text).replace(/[\r\n\t]/g, " ");
}

function list(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [title, ...sentences.map((sentence) => `  ${sentence}`)];
}
