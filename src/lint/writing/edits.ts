import type { Span } from "../base/index.ts";
import type { Edit, Fix } from "../diagnostic/index.ts";

/** The fix that writes `text` over a stretch of the file. */
export function replaceSpan(title: string, span: Span, text: string): Fix {
  return { title, edits: [edit(span, text)] };
}

/** The edit that writes `text` over a stretch of the file. */
function edit({ line, column, endLine, endColumn }: Span, text: string): Edit {
  return { line, column, endLine, endColumn, text };
}
