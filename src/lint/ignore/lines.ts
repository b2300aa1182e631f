const [NEWLINE, QUOTE, BACKSLASH, SEMICOLON, OPEN, CLOSE] = [10, 34, 92, 59, 40, 41];

/** The line around an octet, without its line end. */
export function lineAt(text: Buffer, at: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf(NEWLINE, at);
  return { start: at === 0 ? 0 : text.lastIndexOf(NEWLINE, at - 1) + 1, end: end < 0 ? text.length : end };
}

/** A line's comment with its first column (1-based, characters), and whether nothing stands before it. */
export function splitLine(text: string): {
  readonly comment: string | undefined;
  readonly column: number;
  readonly alone: boolean;
} {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at += 1;
    else if (char === QUOTE) quoted = !quoted;
    else if (char === SEMICOLON && !quoted) {
      const before = text.slice(0, at);
      return { comment: text.slice(at), column: [...before].length + 1, alone: before.trim() === "" };
    }
  }
  return { comment: undefined, column: 1, alone: false };
}

/** Lines of a file, both included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Finds the records behind lines of comment. Several lines before one record look at what lies between once. */
export class RecordsAfter {
  readonly #text: Buffer;
  /** Where the last search began and where the record that it found starts, in octets; and the record's lines. */
  #last: { readonly begun: number; readonly at: number; readonly lines: Lines } | undefined;

  constructor(text: Buffer) {
    this.#text = text;
  }

  /**
   * The lines of the record that starts after `end`, the end of line number `line`: up to where its parentheses close.
   * To be asked for ascending ends. That line itself, where no record follows.
   */
  after(end: number, line: number): Lines {
    const last = this.#last;
    if (last && end >= last.begun && end < last.at) return last.lines;
    return this.#search(end, line);
  }

  #search(end: number, line: number): Lines {
    const text = this.#text;
    let [from, number, depth, at] = [0, line, 0, text.length];
    for (let start = end + 1; start < text.length; ) {
      const { end: stop } = lineAt(text, start);
      number += 1;
      const content = contentOf(text, start, stop);
      if (from > 0 || !content.blank) {
        if (from === 0) [from, at] = [number, start];
        depth += content.depth;
        if (depth <= 0) break;
      }
      start = stop + 1;
    }
    const lines = from === 0 ? { from: line, to: line } : { from, to: number };
    this.#last = { begun: end, at, lines };
    return lines;
  }
}

/** Whether a line says nothing but comment, and how many more parentheses it opens than it closes. */
function contentOf(
  text: Buffer,
  start: number,
  end: number,
): { readonly blank: boolean; readonly depth: number } {
  let [blank, quoted, depth] = [true, false, 0];
  for (let at = start; at < end; at += 1) {
    const octet = text[at]!;
    if (octet === SEMICOLON && !quoted) break;
    if (octet > 32) blank = false;
    if (octet === BACKSLASH) at += 1;
    else if (octet === QUOTE) quoted = !quoted;
    else if (octet === OPEN && !quoted) depth += 1;
    else if (octet === CLOSE && !quoted) depth -= 1;
  }
  return { blank, depth };
}
