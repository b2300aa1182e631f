import type { Fix } from "../diagnostic/index.ts";
import type { Token } from "../zonefile/index.ts";

/** Writes other text for a token. */
export function rewrite({ span }: Token, title: string, text: string): Fix {
  const { line, column, endLine, endColumn } = span;
  return { title, edits: [{ line, column, endLine, endColumn, text }] };
}
