import type { Diagnostic } from "../../src/diagnostic/index.ts";
import { parseName } from "../../src/dns/index.ts";
import { type LintZone, lint, type RuleSet } from "../../src/lint/index.ts";
import { parseZone, recordTokens } from "../../src/zonefile/index.ts";

/** A zone's own file, and what it includes, by path. */
export interface ZoneText {
  readonly origin: string;
  readonly file: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly serial?: "managed" | "from-file";
}

/** What the parser and the rules of a set say of one zone, as if it were all of a repository. */
export function judged(text: ZoneText, set: RuleSet, now: number): Diagnostic[] {
  const { origin, file, files, serial = "from-file" } = text;
  const octets = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
  const name = parseName(origin);
  const read = parseZone({ file, origin: name, read: (path) => octets.get(path) });
  const { zone, diagnostics } = read;
  const linted: LintZone = {
    zone,
    name,
    view: "default",
    file,
    files: read.files,
    serial,
    incomplete: diagnostics.some(({ severity }) => severity === "error"),
    tokens(row) {
      const place = zone.place(row);
      const source = octets.get(place.file);
      return source && recordTokens(source, place.file, place.offset, place.line);
    },
  };
  return [...diagnostics, ...lint([linted], [linted], { settings: { set, rules: {} }, now })];
}
