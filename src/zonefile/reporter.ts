import type { Span } from "../base/index.ts";
import { compareDiagnostics, type Diagnostic, type Fix, type Severity } from "../diagnostic/index.ts";
import { LIMITS } from "./limits.ts";
import { type ParserRule, parserRules } from "./rules.ts";

/** Collects one zone's diagnostics, each once, and bounds how many are kept. */
export class Reporter {
  private readonly kept = new Map<string, Diagnostic>();
  private errors = 0;
  private others = 0;
  private hidden: Span | undefined;

  /** So many errors that the rest of the zone is not worth reading. */
  get full(): boolean {
    return this.errors >= LIMITS.errors;
  }

  get hasErrors(): boolean {
    return this.errors > 0;
  }

  /** How many diagnostics are kept so far. */
  get count(): number {
    return this.kept.size;
  }

  /** What is kept so far, in the order in which it was reported. */
  reported(): Diagnostic[] {
    return [...this.kept.values()];
  }

  report(
    rule: ParserRule,
    span: Span,
    message: string,
    options?: { fix?: Fix | undefined; severity?: Severity },
  ): void {
    const severity = options?.severity ?? parserRules[rule].severity;
    const key = `${span.file}\0${span.line}\0${span.column}\0${rule}\0${message}`;
    if (this.kept.has(key)) return;
    if (severity !== "error") {
      this.others++;
      if (this.others > LIMITS.warnings) {
        this.hidden ??= span;
        return;
      }
    } else this.errors++;
    const { file, line, column, endLine, endColumn } = span;
    const fix = options?.fix ? { fix: options.fix } : {};
    this.kept.set(key, { file, line, column, endLine, endColumn, rule, severity, message, ...fix });
    if (severity === "error" && this.errors === LIMITS.errors) {
      this.tellHidden(span, "error", `${LIMITS.errors} errors: the rest of the zone was not read`);
    }
  }

  /** Everything reported, in order of file and position. */
  finish(): Diagnostic[] {
    if (this.hidden) {
      const count = this.others - LIMITS.warnings;
      this.tellHidden(this.hidden, "warning", `${count} more warnings and notes from here on are not shown`);
    }
    return [...this.kept.values()].sort(compareDiagnostics);
  }

  private tellHidden(span: Span, severity: Severity, message: string): void {
    const { file, line, column, endLine, endColumn } = span;
    const rule: ParserRule = "syn-too-many-problems";
    this.kept.set(rule + severity, { file, line, column, endLine, endColumn, rule, severity, message });
  }
}
