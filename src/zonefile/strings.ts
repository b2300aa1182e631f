import type { Fix } from "../diagnostic/index.ts";
import { QUOTED } from "./lexer.ts";
import { spanOf } from "./place.ts";
import type { Source } from "./zone-state.ts";

const LONGEST_STRING = 255;
/** A string longer than this is told about, but its repair is left to the author. */
const LONGEST_REPAIR = 8192;

/** Octets a string stands for: each escape is one. `text` is ASCII, octets outside it written `\DDD`. */
export function stringLength(text: string): number {
  return text.replace(/\\(?:\d{3}|[^\d])/g, "x").length;
}

/** The fix that cuts the string of token `index` into strings of at most 255 octets, between characters. */
export function splitString(source: Source, index: number): Fix | undefined {
  const { lexer, file } = source;
  const { octets } = lexer;
  const end = lexer.ends[index]!;
  let at = lexer.starts[index]!;
  if (end - at > LONGEST_REPAIR) return undefined;
  const text = lexer.flags[index]! & QUOTED ? '" "' : " ";
  const edits = [];
  let length = 0;
  while (at < end) {
    const next = endOfUnit(octets, at);
    const size = octets[at] === 0x5c ? 1 : next - at;
    if (length + size > LONGEST_STRING) {
      const { line, column, endLine, endColumn } = spanOf(lexer, file, at, at);
      edits.push({ line, column, endLine, endColumn, text });
      length = 0;
    }
    length += size;
    at = next;
  }
  return { title: "split into strings of at most 255 octets", edits };
}

/** Where the escape or the UTF-8 character that starts at `at` ends. */
function endOfUnit(octets: Uint8Array, at: number): number {
  if (octets[at] === 0x5c) {
    const next = octets[at + 1]!;
    return next >= 0x30 && next <= 0x39 ? at + 4 : at + 2;
  }
  let end = at + 1;
  if (octets[at]! >= 0xc0) while (end < at + 4 && (octets[end]! & 0xc0) === 0x80) end++;
  return end;
}
