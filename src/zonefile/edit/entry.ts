import { directiveOf } from "../directive-name.ts";
import { Fields, readFields } from "../fields.ts";
import { Lexer, QUOTED } from "../lexer.ts";

/** A token as written, with its quotes: offsets in the file, octets as the characters of the same number. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One record or directive of a file. */
export interface Entry {
  readonly start: number;
  /** After its line end. */
  readonly end: number;
  readonly line: number;
  /** As written, line end and comments included. */
  readonly text: string;
  readonly indented: boolean;
  readonly directive: string | undefined;
  readonly owner: Piece | undefined;
  readonly ttl: Piece | undefined;
  readonly class: Piece | undefined;
  readonly type: Piece | undefined;
  readonly data: readonly Piece[];
}

/** The entry that starts at an offset; undefined if none does. */
export function entryAt(octets: Uint8Array, offset: number, line: number): Entry | undefined {
  const lexer = new Lexer(octets, offset, line);
  return lexer.next() && lexer.entryOffset === offset ? entryOf(lexer) : undefined;
}

/** The entries from an offset on, which is the start of a line. */
export function* entriesFrom(octets: Uint8Array, offset: number, line: number): Iterable<Entry> {
  const lexer = new Lexer(octets, offset, line);
  while (lexer.next()) yield entryOf(lexer);
}

/** The entry a lexer has just read. */
export function entryOf(lexer: Lexer): Entry {
  const directive = directiveOf(lexer);
  const fields = new Fields();
  if (directive === undefined) readFields(lexer, fields);
  const piece = (index: number) => (index < 0 || index >= lexer.count ? undefined : pieceOf(lexer, index));
  const data: Piece[] = [];
  for (let index = directive === undefined ? fields.rdata : 1; index < lexer.count; index++) {
    const next = pieceOf(lexer, index);
    const last = data.at(-1);
    if (last?.end === next.start) data[data.length - 1] = joined(last, next);
    else data.push(next);
  }
  return {
    start: lexer.entryOffset,
    end: lexer.position,
    line: lexer.entryLine,
    text: textOf(lexer.octets, lexer.entryOffset, lexer.position),
    indented: lexer.indented,
    directive,
    owner: directive === undefined ? piece(fields.owner) : undefined,
    ttl: piece(fields.ttl),
    class: piece(fields.class),
    type: piece(fields.type),
    data,
  };
}

/** Tokens that touch, as in `alpn="h2"`, stay together. */
function joined(first: Piece, second: Piece): Piece {
  return { start: first.start, end: second.end, text: first.text + second.text };
}

function pieceOf(lexer: Lexer, index: number): Piece {
  const quote = lexer.flags[index]! & QUOTED ? 1 : 0;
  const start = lexer.starts[index]! - quote;
  const end = lexer.ends[index]! + quote;
  return { start, end, text: textOf(lexer.octets, start, end) };
}

export function textOf(octets: Uint8Array, start: number, end: number): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString("latin1", start, end);
}
