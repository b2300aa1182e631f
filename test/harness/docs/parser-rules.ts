import { codeBlock } from "../../../src/base/index.ts";
import { portability } from "../../../src/lint/index.ts";
import { type ParserRule, parserRules } from "../../../src/zonefile/index.ts";
import { type ParserExample, parserRulePages } from "../../../src/zonefile/pages/index.ts";
import { sourceOf } from "./tables.ts";

/** The section of each rule of the parser, in the order of their ids. */
export function parserRuleSections(): readonly string[] {
  return (Object.keys(parserRules) as ParserRule[]).sort().map(section);
}

function section(id: ParserRule): string {
  const rule = parserRules[id];
  const { explanation, examples } = parserRulePages[id];
  const source = sourceOf(rule);
  const facts = [
    rule.severity,
    `set \`${"set" in rule ? rule.set : "recommended"}\``,
    ...(portability[id] ? [`a note for ${portability[id].join(", ")}`] : []),
    ...(source ? [source] : []),
  ];
  return [
    `### ${id}`,
    "",
    `${rule.summary} (${facts.join(", ")})`,
    "",
    explanation,
    "",
    ...examples.fail.flatMap((example) => shown("Found", example)),
    ...examples.pass.flatMap((example) => shown("Not found", example)),
  ].join("\n");
}

function shown(kind: string, { title, text, includes, found }: ParserExample): readonly string[] {
  const files = [
    "; example.org.",
    shortened(text),
    ...Object.entries(includes ?? {}).flatMap(([path, content]) => [`; ${path}`, shortened(content)]),
  ];
  return [
    `${kind}: ${title}`,
    "",
    codeBlock(files.join("\n").replaceAll("\u00a0", "\\u{a0}"), "dns"),
    "",
    ...(found?.length ? [found.map(placed).join("; "), ""] : []),
  ];
}

function placed(finding: string): string {
  const [place, rule] = finding.split(" ");
  return `Line and column ${place}: \`${rule}\``;
}

const LONGEST_LINE = 120;

/** The text, with the end of long lines left out, and so many lines of the same that follow each other. */
function shortened(text: string): string {
  const lines: { line: string; count: number }[] = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const last = lines.at(-1);
    if (last?.line === line) last.count++;
    else lines.push({ line, count: 1 });
  }
  return lines
    .flatMap(({ line, count }) => {
      const cut = line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
      if (count <= 4) return Array<string>(count).fill(cut);
      return [cut, `; … ${count - 1} more lines like this one`];
    })
    .join("\n");
}
