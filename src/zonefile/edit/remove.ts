import type { Name } from "../../dns/index.ts";
import type { Entry } from "./entry.ts";
import { columnAfter, gapTo } from "./gap.ts";
import type { Splice } from "./splice.ts";
import { recordAfter } from "./surroundings.ts";

/** Takes the lines of a record out of its file. A record after it that inherits its owner gets it written. */
export function removeEntry(octets: Uint8Array, entry: Entry, owner: Name): Splice[] {
  const lines = linesOf(octets, entry);
  const next = entry.owner && recordAfter(octets, entry);
  if (!entry.owner || !next?.record.indented) return [lines];
  const blank = /^[ \t]*/.exec(next.record.text)![0];
  const text = next.crossed ? owner : entry.owner.text;
  const gap = gapTo(text, columnAfter(blank), blank.includes("\t"));
  const { start } = next.record;
  return [lines, { start, end: start + blank.length, text: text + gap }];
}

/** The record's lines; of the last line of a file that ends without a line end, the line end before it. */
function linesOf(octets: Uint8Array, { start, end, text }: Entry): Splice {
  if (text.endsWith("\n") || end < octets.length || start === 0) return { start, end, text: "" };
  const lineEnd = octets[start - 2] === 0x0d ? 2 : 1;
  return { start: start - lineEnd, end, text: "" };
}
