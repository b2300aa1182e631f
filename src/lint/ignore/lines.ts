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

/** The lines of the record that starts after `end`, the end of line number `line`: up to where its parentheses close. */
export function linesOfRecordAfter(
  text: Buffer,
  end: number,
  line: number,
): { readonly from: number; readonly to: number } {
  let [from, number, depth] = [0, line, 0];
  for (let start = end + 1; start < text.length; ) {
    const { end: stop } = lineAt(text, start);
    number += 1;
    const content = contentOf(text, start, stop);
    if (from === 0 && content.blank) {
      start = stop + 1;
      continue;
    }
    if (from === 0) from = number;
    depth += content.depth;
    if (depth <= 0) break;
    start = stop + 1;
  }
  return from === 0 ? { from: line, to: line } : { from, to: number };
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
