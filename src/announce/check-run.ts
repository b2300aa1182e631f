import { codeSpan, markdownSentence, sha256, stableJson } from "../base/index.ts";
import { applyEdits, type Diagnostic } from "../diagnostic/index.ts";
import type { Evaluation } from "../evaluation/index.ts";
import { renderPlan } from "../plan/index.ts";
import { bounded, ended } from "./bounded.ts";

/** A check run as it should stand; the adapter cuts it into requests. Annotations are in the order of severity. */
export interface CheckRunContent {
  readonly name: string;
  readonly conclusion: "success" | "failure" | "neutral" | "action_required";
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** Buttons, at most three. */
  readonly actions: readonly CheckButton[];
  /** Changes when anything of it does. */
  readonly digest: string;
}

/** Label and identifier of at most 20 characters, description of at most 40. */
export interface CheckButton {
  readonly label: string;
  readonly description: string;
  readonly identifier: "fix" | "recheck";
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

/** What a check run says besides the evaluation. */
export interface CheckRunOptions {
  /** Whether the bot may commit to the head's branch; in a fork it may not. Off by default. */
  readonly canFix?: boolean;
  /** Fixes that somebody asked for and was refused. */
  readonly refusedFixes?: readonly { readonly login: string; readonly reason: string }[];
}

/** What the check run says of an evaluation. */
export function evaluationCheckRun(
  evaluation: Evaluation,
  baseRef: string,
  lineOf: LineOf,
  { canFix = false, refusedFixes = [] }: CheckRunOptions = {},
): CheckRunContent {
  const counted = evaluation.diagnostics;
  // Failed checks are counted by themselves.
  const findings = counted.filter((d) => !d.rule.startsWith("check/"));
  const errors = findings.filter((d) => d.severity === "error").length;
  const warnings = findings.filter((d) => d.severity === "warning").length;
  const failedChecks = evaluation.checks.filter((check) => !check.passed);
  const fixes = counted.filter((d) => d.fix !== undefined).length;
  const summary = [
    refusedFixes
      .map(
        ({ login, reason }) =>
          `Fix was asked for by ${codeSpan(login)} and not done: ${ended(markdownSentence(reason))}\n`,
      )
      .join("\n"),
    evaluation.passed
      ? ""
      : ["Why it fails:", "", ...evaluation.reasons.map((r) => `- ${markdownSentence(r)}`), ""].join("\n"),
    `${counts(errors, "error")}, ${counts(warnings, "warning")}; ` +
      `${evaluation.checks.length - failedChecks.length} of ${counts(evaluation.checks.length, "semantic check")} passed.`,
    evaluation.baseline.length > 0
      ? `${counts(evaluation.baseline.length, "finding")} stood in the base already and are not counted.`
      : "",
    counted.length > MOST_ANNOTATIONS
      ? `${MOST_ANNOTATIONS} of them are annotated, the most severe; the other ${counted.length - MOST_ANNOTATIONS} are told by \`zonewright check\`.`
      : "",
    "",
    renderPlan(evaluation.plan, "markdown", { guards: evaluation.guards }),
  ];
  return withDigest({
    name: checkRunName(baseRef),
    conclusion: evaluation.passed ? "success" : "failure",
    title: evaluation.passed ? passTitle(evaluation, warnings) : failTitle(errors, failedChecks.length),
    summary: bounded(
      summary.filter((part, at) => part !== "" || at === summary.length - 2).join("\n"),
      60_000,
    ),
    annotations: bySeverity(counted)
      .slice(0, MOST_ANNOTATIONS)
      .map((d) => annotation(d, lineOf)),
    actions: [...(canFix && fixes > 0 ? [fixButton(fixes)] : []), RECHECK],
  });
}

const RECHECK: CheckButton = {
  label: "Recheck",
  description: "Judge the merge result anew",
  identifier: "recheck",
};

function fixButton(fixes: number): CheckButton {
  const what = fixes === 1 ? "the fix" : fixes === 2 ? "both fixes" : `all ${fixes} fixes`;
  return { label: "Fix", description: `Commit ${what} to this branch`, identifier: "fix" };
}

/** What the check run says where there is no merge result to judge. */
export function unmergeableCheckRun(baseRef: string, why: string): CheckRunContent {
  return withDigest({
    name: checkRunName(baseRef),
    conclusion: "failure",
    title: "There is no merge result to test",
    summary: markdownSentence(why),
    annotations: [],
    actions: [RECHECK],
  });
}

/** What the check run on a branch's tip says when it is not deployed. A name of its own: a pull's head may be the same commit. */
export function heldTipCheckRun(ref: string, why: string): CheckRunContent {
  return withDigest({
    name: tipCheckRunName(ref),
    conclusion: "action_required",
    title: "Not deployed: this commit is not approved",
    summary: `It is not deployed from this branch: ${ended(markdownSentence(why))}`,
    annotations: [],
    actions: [],
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
    actions: [],
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
  return diffOf(lines.map(String), fixed).join("\n");
}

/** Lines that go and come; what is the same at the start and the end stays. */
function diffOf(before: readonly string[], after: readonly string[]): readonly string[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [
    ...before.slice(0, head).map((line) => ` ${line}`),
    ...before.slice(head, before.length - tail).map((line) => `-${line}`),
    ...after.slice(head, after.length - tail).map((line) => `+${line}`),
    ...before.slice(before.length - tail).map((line) => ` ${line}`),
  ];
}

function bySeverity(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const order = { error: 0, warning: 1, info: 2 };
  return [...diagnostics].sort((a, b) => order[a.severity] - order[b.severity]);
}

function passTitle(evaluation: Evaluation, warnings: number): string {
  const { zones, paths, empty } = evaluation.plan;
  const changes = zones.reduce(
    (sum, zone) => sum + zone.counts.added + zone.counts.changed + zone.counts.removed,
    0,
  );
  const what = [
    ...(zones.length > 0 ? [`${counts(changes, "record")} in ${counts(zones.length, "zone")}`] : []),
    ...(paths.length > 0 ? [counts(paths.length, "config file")] : []),
  ];
  const said = empty ? "No record changes" : `${what.join(" and ")} would change`;
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

export function withDigest(content: Omit<CheckRunContent, "digest">): CheckRunContent {
  return { ...content, digest: sha256(stableJson(content)) };
}
