import { posix } from "node:path";
import type { Diagnostic } from "../../src/diagnostic/index.ts";
import type { ParserExample } from "../../src/zonefile/pages/index.ts";
import { judge } from "../evaluation/repository.ts";
import { spanned } from "../lint/judge-example.ts";

const folder = "zones";
const file = `${folder}/example.org.zone`;
const everyRule = ".github/zonewright.yml";

/** The findings on an example, every rule of parser and lint on, and those it tells of: `path:line:column rule text`. */
export function judgeParserExample(example: ParserExample) {
  const texts = new Map([
    [file, example.text],
    ...Object.entries(example.includes ?? {}).map(
      ([path, text]) => [posix.join(folder, path), text] as const,
    ),
  ]);
  const listed = new Set((example.found ?? []).map((one) => `${file}:${one}`));
  const diagnostics = findingsOn(texts);
  const found = diagnostics.map((diagnostic) => {
    const key = `${diagnostic.file}:${diagnostic.line}:${diagnostic.column} ${diagnostic.rule}`;
    return listed.has(key) ? key : `${key} ${spanned(texts.get(diagnostic.file)!, diagnostic)}`.trimEnd();
  });
  const expected = [...listed, ...[...texts].flatMap(([path, text]) => marksOf(path, text))];
  return { found: found.sort(), expected: expected.sort(), diagnostics };
}

function findingsOn(texts: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const content = { [everyRule]: "version: 1\nlint: { set: all }\n", ...Object.fromEntries(texts) };
  return judge({}, content, { rules: "after", now: Date.parse("2026-01-01") }).diagnostics;
}

function marksOf(path: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    if (!line.includes(";!")) return [];
    const [record, ...marks] = line.split(";!").map((part) => part.trimEnd());
    return marks.map((mark) => {
      const [, rule, pointed = ""] = /^ (\S+) ?(.*)$/.exec(mark)!;
      return `${path}:${index + 1}:${record!.lastIndexOf(pointed) + 1} ${rule} ${pointed}`.trimEnd();
    });
  });
}
