import type { Span } from "../base/index.ts";
import type { Lexer } from "./lexer.ts";
import { QUOTED } from "./lexer.ts";
import { byteOrderMarkLength } from "./octets.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const CHUNK = 65_536;

/** Unicode characters that the octets from `start` to `end` decode to, as a text editor would count them. */
export function countCharacters(octets: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && octets[at]! < 0x80) at++;
  let count = at - start;
  if (at === end) return count;
  const chunks = new TextDecoder("utf-8", { ignoreBOM: true });
  for (; at < end; at += CHUNK) {
    const stop = Math.min(at + CHUNK, end);
    const text = chunks.decode(octets.subarray(at, stop), { stream: stop < end });
    for (const _ of text) count++;
  }
  return count;
}

/** A place in a file from which lines are counted: the entry a lexer has just read, for one. */
export interface Anchor {
  readonly octets: Uint8Array;
  readonly entryOffset: number;
  /** The line that holds `entryOffset`. */
  readonly entryLine: number;
}

/** The anchor of the line that holds `offset`, found by counting from the start of the file. */
export function anchorAt(octets: Uint8Array, offset: number): Anchor {
  let entryLine = 1;
  let entryOffset = 0;
  for (let next = octets.indexOf(0x0a); next >= 0 && next < offset; entryLine++) {
    entryOffset = next + 1;
    next = octets.indexOf(0x0a, entryOffset);
  }
  return { octets, entryOffset, entryLine };
}

/**
 * The span of the octets `start` to `end`, neither before the anchor. Worked out only when something is to be said,
 * so that reading costs nothing for it. A byte order mark at the start of the file is not counted, as editors and
 * decoders leave it out.
 */
export function spanOf(anchor: Anchor, file: string, start: number, end: number): Span {
  const { octets } = anchor;
  let line = anchor.entryLine;
  let lineStart = anchor.entryOffset;
  while (lineStart > 0 && octets[lineStart - 1] !== 0x0a) lineStart--;
  if (lineStart === 0) lineStart = byteOrderMarkLength(octets);
  for (let next = octets.indexOf(0x0a, anchor.entryOffset); next >= 0 && next < start; line++) {
    lineStart = next + 1;
    next = octets.indexOf(0x0a, lineStart);
  }
  const column = countCharacters(octets, lineStart, start) + 1;
  const breaks = octets.subarray(start, end).indexOf(0x0a) >= 0;
  if (!breaks) {
    return { file, line, column, endLine: line, endColumn: column + countCharacters(octets, start, end) };
  }
  let endLine = line;
  let endStart = lineStart;
  for (let at = start; at < end; at++) {
    if (octets[at] !== 0x0a) continue;
    endLine++;
    endStart = at + 1;
  }
  return { file, line, column, endLine, endColumn: countCharacters(octets, endStart, end) + 1 };
}

/** The span of token `index`, with its quotes. */
export function tokenSpan(lexer: Lexer, file: string, index: number): Span {
  const quote = lexer.flags[index]! & QUOTED ? 1 : 0;
  return spanOf(lexer, file, lexer.starts[index]! - quote, lexer.ends[index]! + quote);
}

/** Token `index` as written, without its quotes. */
export function tokenText(lexer: Lexer, index: number): string {
  return decoder.decode(lexer.octets.subarray(lexer.starts[index]!, lexer.ends[index]!));
}

/** Token `index` for reading as a name or data: octets outside ASCII as `\DDD`, escapes as written. */
export function tokenOctetText(lexer: Lexer, index: number): string {
  const { octets } = lexer;
  const end = lexer.ends[index]!;
  let text = "";
  for (let at = lexer.starts[index]!; at < end; at++) {
    const value = octets[at]!;
    text += value < 0x80 ? String.fromCharCode(value) : `\\${value}`;
  }
  return text;
}

const LONGEST_SHOWN = 60;

/** Text of the file for a message: quoted, control characters escaped, cut where it is long. */
export function shown(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST_SHOWN));
  const cut = characters.length > LONGEST_SHOWN || text.length > 2 * LONGEST_SHOWN;
  return JSON.stringify(cut ? `${characters.slice(0, LONGEST_SHOWN).join("")}…` : text);
}
