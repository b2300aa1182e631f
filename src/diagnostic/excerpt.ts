import { type Span, showInvisible } from "../base/index.ts";

/** Characters of a source line that are shown; longer lines are cut around the spot. */
const WIDTH = 120;
/** Characters kept before the spot in a line that is cut. */
const BEFORE = 40;

export interface Excerpt {
  /** The line, with its number: ` 12 | www CNAME web`. */
  readonly source: string;
  /** Carets under the spot, up to the end of the line where the span goes on. */
  readonly marks: string;
  /** Columns before the source's text. */
  readonly margin: number;
}

/** The span's first line as shown to people; undefined where there is none. */
export function excerpt(lines: readonly string[] | undefined, span: Span): Excerpt | undefined {
  const line = lines?.[span.line - 1];
  if (line === undefined) return undefined;
  const chars = [...line];
  const from = span.column - 1;
  const to = Math.max(from + 1, span.endLine > span.line ? chars.length : span.endColumn - 1);
  const start = chars.length > WIDTH ? Math.max(0, Math.min(from - BEFORE, chars.length - WIDTH)) : 0;
  const end = Math.min(chars.length, start + WIDTH);
  const cut = { left: start > 0 ? "…" : "", right: end < chars.length ? "…" : "" };
  const number = String(span.line).padStart(4);
  const shown = chars.map(showChar);
  const source = `${number} | ${cut.left}${shown.slice(start, end).join("")}${cut.right}`;
  const blank = cut.left.replace("…", " ") + shown.slice(start, from).map(blanks).join("");
  const carets = "^".repeat(Math.max(1, shown.slice(from, Math.min(to, end)).join("").length));
  return { source, marks: `${" ".repeat(number.length)} | ${blank}${carets}`, margin: number.length + 3 };
}

function showChar(char: string): string {
  return char === "\r" ? "\\u{d}" : showInvisible(char);
}

/** As wide as the text, where a terminal is asked to be: tabs stay tabs. */
function blanks(shown: string): string {
  return shown === "\t" ? "\t" : " ".repeat([...shown].length);
}
