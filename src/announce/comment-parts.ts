import { codeSpan, formatPosition, markdownSentence } from "../base/index.ts";
import type { CheckResult } from "../checks/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Evaluation } from "../evaluation/index.ts";
import type { PolicyResult, PullVerdict } from "../policy/index.ts";
import { boundedLines, ended, shortened } from "./bounded.ts";
import { counts } from "./check-run.ts";

/** Characters of a message, a reason or a name that are shown. */
const MESSAGE = 1_000;

/** Findings that are shown; the check run has the others. */
const FINDINGS = 25;

/** Octets that a part may take; all together leave a third of a comment to the plan. */
const PART = 9_000;

/** What is decided, and each reason once. */
export function verdictPart(evaluation: Evaluation, verdict: PullVerdict): string {
  const reasons = new Set([...evaluation.reasons, ...(verdict.is === "blocked" ? verdict.by : [])]);
  if (reasons.size > 0) return titled("### ❌ Blocked", [...reasons].map(item));
  if (verdict.is === "waiting") return titled("### ⏳ Waiting", verdict.on.map(item));
  return "### ✅ Ready: it is merged and deployed next";
}

/** Errors that the change itself asks to ignore. */
export function overridesPart({ overrides }: Evaluation): string {
  if (overrides.length === 0) return "";
  return titled(
    "#### Errors that this change ignores",
    overrides.map(({ diagnostic, reason, span }) => {
      const why = reason ? `, because ${inert(reason)}` : "";
      return `- ${codeSpan(formatPosition(span))} ignores ${codeSpan(diagnostic.rule)}: ${inert(diagnostic.message)}${why}`;
    }),
  );
}

/** What the base's checks look after and the change's no longer would. */
export function lostPart({ lost }: Evaluation): string {
  if (lost.length === 0) return "";
  return titled(
    "#### What is checked no more once this is merged",
    lost.map(({ text, owner, span }) => {
      const whose = owner ? ` (owner: ${codeSpan(shortened(owner, MESSAGE))})` : "";
      return `- ${ended(inert(text))} ${codeSpan(formatPosition(span))}${whose}`;
    }),
  );
}

/** What rules found that the base does not have; failed checks have a part of their own. */
export function findingsPart(evaluation: Evaluation): string {
  const found = evaluation.diagnostics.filter((d) => !d.rule.startsWith("check/"));
  if (found.length === 0) return "";
  const lines = boundedLines(found.slice(0, FINDINGS).map(findingLine), PART, () => "");
  const shown = lines.filter((line) => line !== "");
  const more = found.length - shown.length;
  return ["#### Findings", ...shown, ...(more > 0 ? [`- and ${more} more, in the check run`] : [])].join(
    "\n",
  );
}

function findingLine(diagnostic: Diagnostic): string {
  const fix = diagnostic.fix ? ` Fix: ${ended(inert(diagnostic.fix.title))}` : "";
  const { severity, rule, message } = diagnostic;
  return `- **${severity}** ${codeSpan(formatPosition(diagnostic))}: ${ended(inert(message))}${fix} (${codeSpan(rule)})`;
}

/** How many checks passed, which did not and why; then those which the change proposes. */
export function checksPart({ checks, proposedChecks }: Evaluation): string {
  const proposed = "#### Checks as this change would have them, which do not decide yet";
  return [
    checks.length > 0 ? titled("#### Checks", checkLines(checks)) : "",
    proposedChecks.length > 0 ? titled(proposed, checkLines(proposedChecks)) : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function checkLines(results: readonly CheckResult[]): readonly string[] {
  const failed = results.filter((check) => !check.passed);
  const excepted = results.reduce((sum, check) => sum + (check.excepted?.length ?? 0), 0);
  const expired = results.reduce((sum, check) => sum + (check.expired?.length ?? 0), 0);
  return [
    [
      `${results.length - failed.length} of ${counts(results.length, "semantic check")} passed.`,
      ...(excepted > 0 ? [`${counts(excepted, "case")} left out by an exception.`] : []),
      ...(expired > 0 ? [`${counts(expired, "case")} still failing after the end of an exception.`] : []),
    ].join(" "),
    ...failed.flatMap((check) => [
      `- ❌ **${inert(check.name)}**${check.owner ? ` (owner: ${codeSpan(shortened(check.owner, MESSAGE))})` : ""}`,
      ...check.failures.slice(0, 10).map((failure) => {
        const where = codeSpan(formatPosition(failure.span));
        const label = failure.case === "" ? "" : `${codeSpan(shortened(failure.case, MESSAGE))}: `;
        return `  - ${label}${inert(failure.message)} (${where})`;
      }),
    ]),
  ];
}

/** The tree that explains the verdict, folded. */
export function approvalPart(policy: PolicyResult): string {
  const lines = boundedLines(
    policy.children.flatMap((child) => nodeLines(child, 0)),
    PART,
    (count) => `- and ${count} more`,
  );
  return `<details><summary>How approval stands</summary>\n\n${lines.join("\n")}\n\n</details>`;
}

function nodeLines(result: PolicyResult, depth: number): readonly string[] {
  const mark = { satisfied: "✅", waiting: "⏳", blocked: "❌" }[result.status];
  const needs = result.needs ? `; needs: ${inert(result.needs)}` : "";
  const own = `${"  ".repeat(depth)}- ${mark} ${inert(result.rule)}: ${inert(result.why)}${needs}`;
  return [own, ...result.children.flatMap((child) => nodeLines(child, depth + 1))];
}

function titled(title: string, lines: readonly string[]): string {
  return [title, ...boundedLines(lines, PART, (count) => `- and ${count} more`)].join("\n");
}

function item(text: string): string {
  return `- ${inert(text)}`;
}

function inert(text: string): string {
  return markdownSentence(shortened(text, MESSAGE));
}
