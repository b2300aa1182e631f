import { directiveOf } from "../directive-name.ts";
import { Fields, readFields } from "../fields.ts";
import { Lexer, QUOTED } from "../lexer.ts";
import { byteOrderMarkLength } from "../octets.ts";
import { type Line, readLine } from "./line.ts";

/** A record on one or more lines. The fields before the data stand in its first line; "" where one is not there. */
export interface RecordRow {
  readonly kind: "record";
  readonly owner: string;
  readonly ttl: string;
  readonly class: string;
  /** Both are there, the class before the TTL. */
  readonly classFirst: boolean;
  readonly type: string;
  /** What stands in the first line after the type. */
  readonly data: readonly string[];
  /** All lines, the first among them. */
  readonly lines: readonly Line[];
}

/** What a file is made of, in order. `kept` is what is not understood: it stays as it is. */
export type Row =
  | RecordRow
  | { readonly kind: "directive" | "comment" | "blank"; readonly line: Line }
  | { readonly kind: "kept"; readonly text: string };

/** Reads a file that has no syntax error. */
export function* readRows(octets: Uint8Array): Iterable<Row> {
  const text = Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString("latin1");
  const lexer = new Lexer(octets);
  const fields = new Fields();
  let done = byteOrderMarkLength(octets);
  while (lexer.next()) {
    yield* readGap(text.slice(done, lexer.entryOffset));
    done = lexer.position;
    yield readEntry(lexer, fields, text.slice(lexer.entryOffset, lexer.position));
  }
  yield* readGap(text.slice(done));
}

/** The lines between two entries. */
function* readGap(text: string): Iterable<Row> {
  for (const line of linesOf(text)) {
    const kind = line.comment === "" ? "blank" : "comment";
    yield line.words.length > 0 ? { kind: "kept", text: line.raw + line.end } : { kind, line };
  }
}

function linesOf(text: string): Line[] {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map(readLine);
}

function readEntry(lexer: Lexer, fields: Fields, text: string): Row {
  const lines = linesOf(text);
  const first = lines[0]!;
  const kept: Row = { kind: "kept", text };
  if (lexer.broken || lexer.count === 0) return kept;
  if (directiveOf(lexer) !== undefined) {
    return lines.length === 1 ? { kind: "directive", line: first } : kept;
  }
  readFields(lexer, fields);
  if (fields.typeCode === undefined) return kept;
  for (let index = 0; index <= fields.type; index++) if (!isWord(lexer, index, first)) return kept;
  const word = (index: number) => (index < 0 ? "" : first.words[index]!);
  return {
    kind: "record",
    owner: word(fields.owner),
    ttl: word(fields.ttl),
    class: word(fields.class),
    classFirst: fields.class >= 0 && fields.class < fields.ttl,
    type: word(fields.type),
    data: first.words.slice(fields.type + 1),
    lines,
  };
}

/** Whether the token is the word of the same number: nothing touches it, and no parenthesis stands before it. */
function isWord(lexer: Lexer, index: number, line: Line): boolean {
  const start = lexer.starts[index]! - lexer.entryOffset;
  const isPlain = (lexer.flags[index]! & QUOTED) === 0;
  const length = lexer.ends[index]! - lexer.starts[index]!;
  return isPlain && line.starts[index] === start && line.words[index]?.length === length;
}
