import type { Diagnostic, Severity } from "../diagnostic/index.ts";
import type { CheckResult } from "./check.ts";

/**
 * Each failure as a diagnostic with rule `check/<slug>`, at the record or where it should be. Cases whose exception
 * ended, and which the change leaves as they are, are told where the check is written, and fail nothing.
 */
export function checkDiagnostics(
  results: readonly CheckResult[],
  severity: Severity = "error",
): Diagnostic[] {
  return [...results.flatMap(expiredDiagnostics), ...results.flatMap((result) => failed(result, severity))];
}

function failed({ name, slug, owner, failures }: CheckResult, severity: Severity): Diagnostic[] {
  return failures.map((failure) => ({
    ...failure.span,
    rule: `check/${slug}`,
    severity,
    message: `“${name}” fails${forCase(failure.case)}: ${failure.message}${ownerOf(owner)}`,
  }));
}

function expiredDiagnostics({ name, slug, owner, span, expired = [] }: CheckResult): Diagnostic[] {
  return expired.map(({ case: label, until, because, failures }) => ({
    ...span,
    rule: `check/${slug}`,
    severity: "info",
    message: `“${name}” has an exception${forCase(label)} that ended with ${until} (${because}), and does not hold there: ${failures[0]!.message}${ownerOf(owner)}`,
  }));
}

function forCase(label: string): string {
  return label === "" ? "" : ` for ${label}`;
}

function ownerOf(owner: string | undefined): string {
  return owner === undefined ? "" : `; owner: ${owner}`;
}
