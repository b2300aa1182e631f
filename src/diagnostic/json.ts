import type { Diagnostic } from "./diagnostic.ts";

/**
 * One JSON array of `{file, line, column, endLine, endColumn, rule, severity, message, fix?}`: an interface others
 * read, so each key is written here and nothing else a diagnostic may carry gets out.
 */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  const plain = diagnostics.map(
    ({ file, line, column, endLine, endColumn, rule, severity, message, fix }) => ({
      file,
      line,
      column,
      endLine,
      endColumn,
      rule,
      severity,
      message,
      ...(fix && {
        fix: {
          title: fix.title,
          edits: fix.edits.map((edit) => ({
            line: edit.line,
            column: edit.column,
            endLine: edit.endLine,
            endColumn: edit.endColumn,
            text: edit.text,
          })),
        },
      }),
    }),
  );
  return `${JSON.stringify(plain, undefined, 2)}\n`;
}
