import { escapeMarkdown, sha256, stableJson } from "../base/index.ts";
import { applyEdits, type Diagnostic } from "../diagnostic/index.ts";
import type { Evaluation } from "../evaluation/index.ts";
import { renderPlan } from "../plan/index.ts";
import { bounded } from "./bounded.ts";

/** A check run as it should stand; the adapter cuts it into requests. Annotations are in the order of severity. */
export interface CheckRunContent {
  readonly name: string;
  readonly conclusion: "success" | "failure" | "action_required";
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** Changes when anything of it does. */
  readonly digest: string;
}

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  /** The line before and after the suggested fix. */
  readonly rawDetails?: string;
}

/** A line of the judged tree, 1-based; undefined where the file was not read. */
export type LineOf = (file: string, line: number) => string | undefined;

/** GitHub keeps one check per name and commit: the base in the name keeps two pulls of one head apart. */
export function checkRunName(baseRef: string): string {
  return `zonewright (${baseRef})`;
}

/** More annotations than this are left to the summary's count: nobody reads them. */
const MOST_ANNOTATIONS = 200;

/** What the check run says of an evaluation. */
export function evaluationCheckRun(evaluation: Evaluation, baseRef: string, lineOf: LineOf): CheckRunContent {
  const counted = evaluation.diagnostics;
  const errors = counted.filter((d) => d.severity === "error").length;
  const warnings = counted.filter((d) => d.severity === "warning").length;
  const failedChecks = evaluation.checks.filter((check) => !check.passed);
  const summary = [
    evaluation.passed
      ? ""
      : ["Why it fails:", "", ...evaluation.reasons.map((r) => `- ${escapeMarkdown(r)}`), ""].join("\n"),
    `${counts(errors, "error")}, ${counts(warnings, "warning")}; ` +
      `${evaluation.checks.length - failedChecks.length} of ${counts(evaluation.checks.length, "semantic check")} passed.`,
    evaluation.baseline.length > 0
      ? `${counts(evaluation.baseline.length, "finding")} stood in the base already and are not counted.`
      : "",
    "",
    renderPlan(evaluation.plan, "markdown"),
  ];
  return withDigest({
    name: checkRunName(baseRef),
    conclusion: evaluation.passed ? "success" : "failure",
    title: evaluation.passed ? passTitle(evaluation, warnings) : failTitle(errors, failedChecks.length),
    summary: bounded(summary.filter((part, at) => part !== "" || at === 3).join("\n"), 60_000),
    annotations: bySeverity(counted)
      .slice(0, MOST_ANNOTATIONS)
      .map((d) => annotation(d, lineOf)),
  });
}

/** What the check run says where there is no merge result to judge. */
export function unmergeableCheckRun(baseRef: string, why: string): CheckRunContent {
  return withDigest({
    name: checkRunName(baseRef),
    conclusion: "failure",
    title: "There is no merge result to test",
    summary: escapeMarkdown(why),
    annotations: [],
  });
}

/** What the check run on a branch's tip says when it is not deployed. A name of its own: a pull's head may be the same commit. */
export function heldTipCheckRun(ref: string, why: string): CheckRunContent {
  return withDigest({
    name: tipCheckRunName(ref),
    conclusion: "action_required",
    title: "Not deployed: this commit is not approved",
    summary: `It is not deployed from this branch: ${escapeMarkdown(why)}.`,
    annotations: [],
  });
}

/** What it says once the commit is approved after all. */
export function releasedTipCheckRun(ref: string): CheckRunContent {
  return withDigest({
    name: tipCheckRunName(ref),
    conclusion: "success",
    title: "Approved: it is deployed",
    summary: "It was held before; its deployment says what the nameservers serve.",
    annotations: [],
  });
}

function tipCheckRunName(ref: string): string {
  return `zonewright deploy (${ref})`;
}

function annotation(diagnostic: Diagnostic, lineOf: LineOf): Annotation {
  const fix = diagnostic.fix ? `\nFix: ${diagnostic.fix.title}` : "";
  const preview = fixPreview(diagnostic, lineOf);
  return {
    path: diagnostic.file,
    startLine: diagnostic.line,
    endLine: diagnostic.endLine,
    startColumn: diagnostic.column,
    endColumn: diagnostic.endColumn,
    level:
      diagnostic.severity === "error" ? "failure" : diagnostic.severity === "warning" ? "warning" : "notice",
    title: diagnostic.rule,
    message: diagnostic.message + fix,
    ...(preview ? { rawDetails: preview } : {}),
  };
}

/** The lines a fix touches as they are and as they would be; undefined without a fix, or where they are not at hand. */
export function fixPreview({ file, fix }: Diagnostic, lineOf: LineOf): string | undefined {
  if (fix === undefined || fix.edits.length === 0) return undefined;
  const first = Math.min(...fix.edits.map((edit) => edit.line));
  const last = Math.max(...fix.edits.map((edit) => edit.endLine));
  const lines = Array.from({ length: Math.min(last - first + 1, 20) }, (_, at) => lineOf(file, first + at));
  if (last - first >= 20 || lines.some((line) => line === undefined)) return undefined;
  const moved = fix.edits.map((edit) => ({
    ...edit,
    line: edit.line - first + 1,
    endLine: edit.endLine - first + 1,
  }));
  const fixed = applyEdits(lines.join("\n"), moved).split("\n");
  return [...lines.map((line) => `-${line}`), ...fixed.map((line) => `+${line}`)].join("\n");
}

function bySeverity(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const order = { error: 0, warning: 1, info: 2 };
  return [...diagnostics].sort((a, b) => order[a.severity] - order[b.severity]);
}

function passTitle(evaluation: Evaluation, warnings: number): string {
  const { zones } = evaluation.plan;
  const changes = zones.reduce(
    (sum, zone) => sum + zone.counts.added + zone.counts.changed + zone.counts.removed,
    0,
  );
  const said = evaluation.plan.empty
    ? "No record changes"
    : `${counts(changes, "record")} in ${counts(zones.length, "zone")} would change`;
  return warnings > 0 ? `${said}; ${counts(warnings, "warning")}` : said;
}

function failTitle(errors: number, failedChecks: number): string {
  if (errors > 0)
    return failedChecks > 0
      ? `${counts(errors, "error")}, ${counts(failedChecks, "failed check")}`
      : counts(errors, "error");
  return failedChecks > 0 ? counts(failedChecks, "failed check") : "It did not pass";
}

/** "1 record", "2 records". */
export function counts(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

function withDigest(content: Omit<CheckRunContent, "digest">): CheckRunContent {
  return { ...content, digest: sha256(stableJson(content)) };
}
