import type { Diagnostic, Severity } from "../diagnostic/index.ts";
import type { CheckResult } from "./check.ts";

/** Each failure as a diagnostic with rule `check/<slug>`, at the record or where it should be. */
export function checkDiagnostics(
  results: readonly CheckResult[],
  severity: Severity = "error",
): Diagnostic[] {
  return results.flatMap(({ name, slug, owner, failures }) =>
    failures.map((failure) => ({
      ...failure.span,
      rule: `check/${slug}`,
      severity,
      message: [
        `“${name}” fails${failure.case === "" ? "" : ` for ${failure.case}`}: ${failure.message}`,
        ...(owner === undefined ? [] : [`owner: ${owner}`]),
      ].join("; "),
    })),
  );
}
