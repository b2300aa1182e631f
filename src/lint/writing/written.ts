import type { Span } from "../../base/index.ts";
import type { Fix } from "../../diagnostic/index.ts";
import type { Token } from "../../zonefile/index.ts";

/** The octets that tokens of a record stand for, end to end, and where in the file each of them is written. */
export class Written {
  /** One character an octet. */
  readonly text: string;
  readonly #tokens: readonly WrittenToken[];

  /** @throws never: undefined where a token runs over several lines, or holds what is no escape. */
  static of(tokens: readonly Token[]): Written | undefined {
    let start = 0;
    const read: WrittenToken[] = [];
    for (const token of tokens) {
      const octets = readToken(token);
      if (octets === undefined) return undefined;
      read.push({ ...octets, token, start });
      start += octets.text.length;
    }
    return new Written(read);
  }

  private constructor(tokens: readonly WrittenToken[]) {
    this.#tokens = tokens;
    this.text = tokens.map(({ text }) => text).join("");
  }

  /** Where the octets from `start` to `end` are written. */
  span(start: number, end: number): Span | undefined {
    const first = this.#tokenOf(start);
    const last = end > start ? this.#tokenOf(end - 1) : first;
    if (first === undefined || last === undefined) return undefined;
    return {
      file: first.token.span.file,
      line: first.token.span.line,
      column: columnOf(first, start),
      endLine: last.token.span.line,
      endColumn: columnOf(last, end),
    };
  }

  /** The fix that writes `text` instead of the octets from `start` to `end`; undefined where they are not in one token. */
  replace(title: string, start: number, end: number, text: string): Fix | undefined {
    const first = this.#tokenOf(start);
    const span = this.span(start, end);
    if (first === undefined || span === undefined || end > first.start + first.text.length) return undefined;
    const { line, column, endLine, endColumn } = span;
    const special = first.token.quoted ? /["\\]/g : /["\\;() ]/g;
    return { title, edits: [{ line, column, endLine, endColumn, text: text.replace(special, "\\$&") }] };
  }

  /** The token that holds an octet; for the place after the last octet, the last token. */
  #tokenOf(at: number): WrittenToken | undefined {
    if (at === this.text.length) return this.#tokens.findLast(({ start }) => start <= at);
    return this.#tokens.find(({ start, text }) => at >= start && at < start + text.length);
  }
}

interface WrittenToken {
  readonly token: Token;
  readonly text: string;
  /** The column of each octet, and at the end the column after the last; undefined where each is one character. */
  readonly columns: readonly number[] | undefined;
  /** How many octets the tokens before it have. */
  readonly start: number;
}

function columnOf({ token, columns, start }: WrittenToken, at: number): number {
  return columns === undefined ? firstColumn(token) + at - start : columns[at - start]!;
}

function firstColumn({ quoted, span }: Token): number {
  return span.column + (quoted ? 1 : 0);
}

/** The octets of one token, escapes resolved as RFC 1035 §5.1 has it. */
function readToken(token: Token): Pick<WrittenToken, "text" | "columns"> | undefined {
  const { text, span } = token;
  if (span.line !== span.endLine) return undefined;
  if (/^[ -[\]-~]*$/.test(text)) return { text, columns: undefined };
  const columns: number[] = [];
  let octets = "";
  let column = firstColumn(token);
  for (const unit of text.match(/\\\d{3}|\\[^\d]|[^\\]|\\/gsu) ?? []) {
    const value = unit === "\\" ? undefined : octetsOf(unit);
    if (value === undefined) return undefined;
    for (const octet of value) {
      octets += octet;
      columns.push(column);
    }
    column += [...unit].length;
  }
  columns.push(column);
  return { text: octets, columns };
}

function octetsOf(unit: string): string | undefined {
  if (!unit.startsWith("\\")) return Buffer.from(unit).toString("latin1");
  if (unit.length === 4)
    return Number(unit.slice(1)) > 255 ? undefined : String.fromCharCode(Number(unit.slice(1)));
  return Buffer.from(unit.slice(1)).toString("latin1");
}
