import { parserRules } from "../../../src/zonefile/index.ts";
import { choiceFor, readHereOnly, refusedHereOnly } from "./choices.ts";
import { readers } from "./readers.ts";
import { isUnanimous, type Mark, markOf, type Surveyed } from "./survey.ts";

type ParserRule = keyof typeof parserRules;

/** The page on zone files: what stands between its marks is made from what programs do. */
export const PAGE = "docs/zone-files.md";

/** The parts of the page that are made, by name. */
export function madeParts(surveyed: readonly Surveyed[]): Readonly<Record<string, string>> {
  const isType = ({ id }: Surveyed) => id.startsWith("type ");
  return {
    disagreements: disagreementTable(surveyed.filter((each) => !isType(each) && !isUnanimous(each))),
    types: typeTable(surveyed.filter(isType)),
    "alone refused": aloneTable(surveyed, refusedHereOnly),
    "alone read": aloneTable(surveyed, readHereOnly),
  };
}

/** The page's text with these parts in place of those between `<!-- made: NAME -->` and `<!-- end -->`. */
export function withParts(page: string, parts: Readonly<Record<string, string>>): string {
  return page.replace(
    /<!-- made: (.+?) -->\n[\s\S]*?<!-- end -->/g,
    (_whole, name: string) => `<!-- made: ${name} -->\n${parts[name]}\n<!-- end -->`,
  );
}

/** The rules that tell of something in a zone, each once. */
export function rulesOf({ diagnostics }: Surveyed): ParserRule[] {
  return [...new Set(diagnostics.map(({ rule }) => rule as ParserRule))];
}

/** Why a zone is read as it is: what is written down for it, or the RFC of the rule that tells of it. */
export function reasonFor(surveyed: Surveyed): string {
  const rules = rulesOf(surveyed);
  const chosen = choiceFor(surveyed.id, rules);
  if (chosen !== undefined) return chosen;
  const [first] = rules.filter((rule) => "rfc" in parserRules[rule]);
  if (first === undefined) return "";
  const { summary, rfc } = parserRules[first] as { summary: string; rfc?: string };
  return `${summary.charAt(0).toLowerCase()}${summary.slice(1, -1)} (RFC ${rfc})`;
}

const signs: Readonly<Record<Mark, string>> = { same: "=", other: "≠", refused: "–" };

function disagreementTable(disagreed: readonly Surveyed[]): string {
  const rows = disagreed.map((each) => [
    each.id,
    excerpt(each.shown),
    ...readers.map((reader) => signs[markOf(each, reader)]),
    each.ours ? "=" : "–",
    rulesOf(each)
      .map((rule) => `\`${rule}\``)
      .join(" "),
    reasonFor(each),
  ]);
  return table(["case", "text", ...readers, "here", "told as", "why"], rows);
}

/** One row for each type that some program does not read, or reads otherwise. */
function typeTable(types: readonly Surveyed[]): string {
  const byType = Map.groupBy(types, ({ id }) => id.split(" ")[1]!);
  const rows = [...byType].map(([type, examples]) => [
    type,
    ...readers.map((reader) => {
      const marks = [...new Set(examples.map((each) => signs[markOf(each, reader)]))];
      return marks.join(" ");
    }),
    examples.some(({ ours }) => ours) ? "=" : "–",
  ]);
  return table(
    ["type", ...readers, "here"],
    rows.filter((row) => row.slice(1).some((cell) => cell !== "=")),
  );
}

function aloneTable(surveyed: readonly Surveyed[], reasons: Readonly<Record<string, string>>): string {
  const rows = surveyed
    .filter(({ id }) => id in reasons)
    .map(({ id, shown }) => [id, excerpt(shown), reasons[id]!]);
  return table(["case", "text", "why"], rows);
}

const longest = 60;

/** A text of a zone file as code in a cell, cut where it is long. */
function excerpt(text: string): string {
  const visible = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("\\\\", "\\");
  const cut = visible.length > longest ? `${visible.slice(0, longest)}…` : visible;
  return cut === "" ? "(nothing)" : `\`${cut.replaceAll("|", "\\|")}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
