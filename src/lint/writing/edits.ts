import type { Span } from "../../base/index.ts";
import type { Fix } from "../../diagnostic/index.ts";

/** The fix that writes `text` over a stretch of the file. */
export function replaceSpan(title: string, { line, column, endLine, endColumn }: Span, text: string): Fix {
  return { title, edits: [{ line, column, endLine, endColumn, text }] };
}
