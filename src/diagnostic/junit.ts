import { xmlAttribute as attribute, xmlText as content, formatPosition } from "../base/index.ts";
import type { Diagnostic } from "./diagnostic.ts";

/**
 * JUnit XML: one suite a file, one case a finding. Errors are failures; the others are cases that passed and say
 * something. A file of `judged` without findings is a case that passed, so that it shows that it was looked at.
 */
export function formatJunit(diagnostics: readonly Diagnostic[], judged: readonly string[]): string {
  const byFile = new Map<string, Diagnostic[]>([...judged].sort().map((file) => [file, []]));
  for (const one of diagnostics) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
  const suites = [...byFile].map(([file, findings]) => suiteOf(file, findings));
  const cases = [...byFile.values()].reduce((sum, findings) => sum + Math.max(1, findings.length), 0);
  const counts = countsOf(cases, diagnostics);
  const all = `<testsuites name="zonewright" ${counts}>\n${suites.join("")}</testsuites>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all}`;
}

function suiteOf(file: string, findings: readonly Diagnostic[]): string {
  const cases =
    findings.length === 0
      ? `    <testcase classname="${attribute(file)}" name="no findings"/>\n`
      : findings.map(caseOf).join("");
  const counts = countsOf(Math.max(1, findings.length), findings);
  return `  <testsuite name="${attribute(file)}" ${counts}>\n${cases}  </testsuite>\n`;
}

function caseOf(diagnostic: Diagnostic): string {
  const { file, line, column, rule, severity, message, fix } = diagnostic;
  const name = `${rule} at ${line}:${column}`;
  const long = `${formatPosition(diagnostic)}: ${severity}: ${message}${fix ? `\nTo fix: ${fix.title}` : ""}`;
  const said =
    severity === "error"
      ? `<failure type="${attribute(rule)}" message="${attribute(message)}">${content(long)}</failure>`
      : `<system-out>${content(long)}</system-out>`;
  return `    <testcase classname="${attribute(file)}" name="${attribute(name)}">${said}</testcase>\n`;
}

function countsOf(tests: number, findings: readonly Diagnostic[]): string {
  const failures = findings.filter(({ severity }) => severity === "error").length;
  return `tests="${tests}" failures="${failures}" errors="0"`;
}
