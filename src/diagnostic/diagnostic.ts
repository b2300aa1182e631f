import type { Span } from "../base/index.ts";

export type Severity = "error" | "warning" | "info";

/** Replace the stretch (1-based, Unicode characters, end exclusive) of the diagnostic's own file by `text`. */
export interface Edit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** A change that ends the finding; `title` is an order to the author ("add the trailing dot"). */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** One thing told to an author: the only type for it. `rule` is a rule id, or `check/<name>` for a failed check. */
export interface Diagnostic extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: Fix;
  /**
   * What it is about, in a form that is the same wherever it stands: an owner, a type and a digest of the data. Not shown;
   * it tells whether a finding was there before.
   */
  readonly subject?: string;
}

/** By file, line, column, then rule: the order of every list of diagnostics. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
