import { formatPosition } from "../../src/base/index.ts";
import type { Diagnostic } from "../../src/diagnostic/index.ts";
import { parseName } from "../../src/dns/index.ts";
import {
  type ExampleZone,
  type LintOptions,
  type LintSettings,
  type LintZone,
  lint,
  type RuleExample,
} from "../../src/lint/index.ts";
import { parseZone, recordTokens } from "../../src/zonefile/index.ts";

/** Every rule on. */
export const all: LintSettings = { set: "all", rules: {} };

/** A zone as the rules get it; its text must have no fault of syntax. */
export function lintZone({
  origin,
  text,
  before,
  view = "default",
  serial = "managed",
  includes = {},
}: ExampleZone): LintZone {
  const file = `${origin}${view}.zone`;
  const octets = new Map(
    Object.entries({ ...includes, [file]: text }).map(([path, content]) => [path, Buffer.from(content)]),
  );
  const name = parseName(origin);
  const { zone, diagnostics, files } = parseZone({ file, origin: name, read: (path) => octets.get(path) });
  if (diagnostics.some(({ severity }) => severity !== "info"))
    throw new Error(`the example does not parse: ${JSON.stringify(diagnostics)}`);
  return {
    zone,
    name,
    view,
    file,
    files,
    serial,
    ...(before !== undefined && { before: lintZone({ origin, text: before, view, serial, includes }) }),
    tokens(row) {
      const place = zone.place(row);
      return recordTokens(octets.get(place.file)!, place.file, place.offset, place.line);
    },
  };
}

/** What the rules say of an example, and what its comments expect, both as sorted lines of `place rule text`. */
export function judgeExample(example: RuleExample, settings = all): { found: string[]; expected: string[] } {
  const zones = example.zones.map(lintZone);
  const texts = textsOf(example, zones);
  const found = lint(zones, zones, optionsOf(example, settings)).map((diagnostic) => {
    const { rule } = diagnostic;
    return `${formatPosition(diagnostic)} ${rule} ${spanned(texts.get(diagnostic.file) ?? "", diagnostic)}`.trimEnd();
  });
  const expected = [
    ...[...texts].flatMap(([file, text]) => expectations(file, text)),
    ...(example.elsewhere ?? []),
  ];
  return { found: found.sort(), expected: expected.sort() };
}

/** How an example is judged. */
export function optionsOf({ at = "2026-01-01", paths = [] }: RuleExample, settings = all): LintOptions {
  return { settings, now: Date.parse(at), paths };
}

function textsOf(example: RuleExample, zones: readonly LintZone[]): Map<string, string> {
  return new Map([
    ...example.zones.flatMap(({ includes = {} }) => Object.entries(includes)),
    ...zones.map((zone, index) => [zone.file, example.zones[index]!.text] as const),
  ]);
}

function expectations(file: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const [record, ...marks] = line.split(";!").map((part) => part.trim());
    return marks.map((mark) => {
      const [, rule, pointed] = /^(\S+) (.+)$/.exec(mark)!;
      return `${file}:${index + 1}:${record!.lastIndexOf(pointed!) + 1} ${rule} ${pointed}`;
    });
  });
}

/** The text a finding points at. */
export function spanned(text: string, { line, column, endLine, endColumn }: Diagnostic): string {
  const lines = text.split("\n").slice(line - 1, endLine);
  lines.push(lines.pop()!.slice(0, endColumn - 1));
  return lines.join("\n").slice(column - 1);
}
