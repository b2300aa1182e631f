import type { CheckResult } from "../checks/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";

const FEW = 5;

/** Why a change does not pass, for people; empty where it does. */
export function reasonsFor(
  problem: string | undefined,
  diagnostics: readonly Diagnostic[],
  checks: readonly CheckResult[],
): string[] {
  return [...(problem === undefined ? [] : [problem]), ...errorReasons(diagnostics), ...checkReasons(checks)];
}

/** One reason for each file with errors, most errors first; failed checks have their own. */
function errorReasons(diagnostics: readonly Diagnostic[]): string[] {
  const perFile = new Map<string, number>();
  for (const { severity, rule, file } of diagnostics) {
    if (severity === "error" && !rule.startsWith("check/")) perFile.set(file, (perFile.get(file) ?? 0) + 1);
  }
  const files = [...perFile].sort(([, a], [, b]) => b - a);
  const told = files
    .slice(0, FEW)
    .map(([file, count]) => `${count} ${count === 1 ? "error" : "errors"} in ${file}`);
  return files.length > FEW ? [...told, `errors in ${files.length - FEW} more files`] : told;
}

function checkReasons(checks: readonly CheckResult[]): string[] {
  return checks
    .filter(({ passed }) => !passed)
    .map(({ name, failures }) => {
      const cases = [...new Set(failures.map((failure) => failure.case))].filter((label) => label !== "");
      const more = cases.length > FEW ? ` and ${cases.length - FEW} more` : "";
      return `the check “${name}” fails${cases.length === 0 ? "" : ` for ${cases.slice(0, FEW).join(", ")}${more}`}`;
    });
}
