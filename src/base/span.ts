/** A point in a text file: 1-based line, 1-based column in Unicode characters (code points). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of one file. Columns count Unicode characters from 1; the end is exclusive. `file` is a path relative to the repository's root. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** `file:line:column`, the form every message uses. */
export function formatPosition(span: { file: string; line: number; column: number }): string {
  return `${span.file}:${span.line}:${span.column}`;
}

/** The span that covers a file's first character: for findings about a file as a whole. */
export function fileSpan(file: string): Span {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
