import { fileSpan } from "../../base/index.ts";
import type { Diagnostic } from "../../diagnostic/index.ts";
import { rootName } from "../../dns/index.ts";
import { LIMITS } from "../limits.ts";
import { byteOrderMarkLength } from "../octets.ts";
import { parseZone } from "../parser.ts";
import { layOut } from "./layout.ts";
import { readRows } from "./rows.ts";
import { sameEntries } from "./same.ts";

export interface Formatted {
  /** The file as it is to be; as it was if it cannot be formatted. */
  readonly octets: Uint8Array;
  /** The syntax errors because of which the file is left alone; none if it was formatted. */
  readonly problems: readonly Diagnostic[];
}

/** What is wrong with a zone and not with its file's syntax, or needs the zone's name or its other files to be known. */
const notSyntax: ReadonlySet<string> = new Set([
  "dir-include-missing",
  "dir-include-escape",
  "dir-include-cycle",
  "soa-missing",
  "soa-multiple",
  "soa-not-apex",
  "ttl-missing",
  "name-out-of-zone",
]);

/**
 * A zone file, or a part for `$INCLUDE`, with its columns aligned by spaces. Only white space changes, and a missing
 * final line end is added: comments, directives, parentheses, line ends and the order of lines stay. Records are
 * aligned up to the next blank line or directive, so that an edit moves only its neighbours. Formatting twice changes
 * nothing more. A file with syntax errors stays as it is. `file` is for the positions of those.
 */
export function formatZoneFile(octets: Uint8Array, file: string): Formatted {
  const problems = syntaxErrors(octets, file);
  if (problems.length > 0) return { octets, problems };
  const written = layOut(readRows(octets));
  const end = written === "" || written.endsWith("\n") ? "" : written.includes("\r\n") ? "\r\n" : "\n";
  const mark = octets.subarray(0, byteOrderMarkLength(octets));
  const formatted = Buffer.concat([mark, Buffer.from(written + end, "latin1")]);
  if (formatted.length <= LIMITS.octets && sameEntries(octets, formatted)) {
    return { octets: formatted, problems: [] };
  }
  const message =
    "aligned, the file would be larger than what is read of a file or a record: it is left alone";
  return { octets, problems: [{ ...fileSpan(file), rule: "syn-too-large", severity: "error", message }] };
}

/** Read on its own, as a zone of any name: what it includes is no part of its syntax. */
function syntaxErrors(octets: Uint8Array, file: string): Diagnostic[] {
  const read = (path: string) => (path === file ? octets : undefined);
  const { diagnostics } = parseZone({ file, origin: rootName, read });
  return diagnostics.filter(({ rule, severity }) => severity === "error" && !notSyntax.has(rule));
}
