import { codeSpan, escapeMarkdown, formatPosition } from "../base/index.ts";
import type { CheckResult } from "../checks/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Evaluation } from "../evaluation/index.ts";
import { renderPlan } from "../plan/index.ts";
import type { PolicyResult, PullVerdict } from "../policy/index.ts";
import { bounded } from "./bounded.ts";
import { counts } from "./check-run.ts";

/** Hidden mark by which a comment of ours is found again, together with its author. */
export const PLAN_MARKER = "<!-- zonewright:plan -->";

export interface PlanCommentFacts {
  readonly head: string;
  readonly baseRef: string;
  readonly evaluation: Evaluation;
  readonly verdict: PullVerdict;
  readonly policy: PolicyResult;
}

/** The sticky comment: verdict and reasons first, then the plan, then what was found, then how approval stands. */
export function planComment(facts: PlanCommentFacts): string {
  const { evaluation } = facts;
  const sections = [
    PLAN_MARKER,
    verdictLine(facts),
    `Judged as merged into ${codeSpan(facts.baseRef)}, at commit ${facts.head.slice(0, 7)}; plan ${evaluation.plan.digest.slice(0, 12)}.`,
    findings(evaluation),
    renderPlan(evaluation.plan, "markdown"),
    checks(evaluation),
    approval(facts.policy),
  ];
  return bounded(sections.filter((section) => section !== "").join("\n\n"), 60_000);
}

/** The sticky comment where there is no merge result to judge. */
export function unmergeableComment(head: string, baseRef: string, why: string): string {
  return [
    PLAN_MARKER,
    `### ❌ Blocked: ${escapeMarkdown(why)}`,
    `Nothing was tested: ${codeSpan(baseRef)} and commit ${head.slice(0, 7)} have no merge result.`,
  ].join("\n\n");
}

/** The sticky comment of a pull request that was moved to a branch which the operator bound to no target. */
export function unboundComment(head: string, baseRef: string): string {
  return [
    PLAN_MARKER,
    `### 💤 Not judged: nothing is deployed from ${codeSpan(baseRef)}`,
    `What was said here before was about another base branch. The commit is ${head.slice(0, 7)}.`,
  ].join("\n\n");
}

function verdictLine({ evaluation, verdict }: PlanCommentFacts): string {
  const reasons = new Set([...evaluation.reasons, ...(verdict.is === "blocked" ? verdict.by : [])]);
  if (reasons.size > 0)
    return ["### ❌ Blocked", ...[...reasons].map((reason) => `- ${escapeMarkdown(reason)}`)].join("\n");
  if (verdict.is === "waiting")
    return ["### ⏳ Waiting", ...verdict.on.map((on) => `- ${escapeMarkdown(on)}`)].join("\n");
  return "### ✅ Ready: it is merged and deployed next";
}

function findings(evaluation: Evaluation): string {
  const shown = evaluation.diagnostics.filter((d) => !d.rule.startsWith("check/"));
  if (shown.length === 0) return "";
  const most = 25;
  return [
    "#### Findings",
    ...shown.slice(0, most).map(findingLine),
    ...(shown.length > most ? [`- and ${shown.length - most} more, in the check run`] : []),
  ].join("\n");
}

function findingLine(diagnostic: Diagnostic): string {
  const fix = diagnostic.fix ? ` Fix: ${escapeMarkdown(diagnostic.fix.title)}.` : "";
  const { severity, rule, message } = diagnostic;
  return `- **${severity}** ${codeSpan(formatPosition(diagnostic))} ${escapeMarkdown(message)}${fix} (${codeSpan(rule)})`;
}

function checks({ checks, proposedChecks }: Evaluation): string {
  const sections = [
    ...(checks.length > 0 ? [["#### Checks", ...checkLines(checks)]] : []),
    ...(proposedChecks.length > 0
      ? [
          [
            "#### Checks as this change would have them, which do not decide yet",
            ...checkLines(proposedChecks),
          ],
        ]
      : []),
  ];
  return sections.map((lines) => lines.join("\n")).join("\n\n");
}

function checkLines(results: readonly CheckResult[]): readonly string[] {
  const failed = results.filter((check) => !check.passed);
  return [
    `${results.length - failed.length} of ${counts(results.length, "semantic check")} passed.`,
    ...failed.flatMap((check) => [
      `- ❌ **${escapeMarkdown(check.name)}**${check.owner ? ` (owner: ${codeSpan(check.owner)})` : ""}`,
      ...check.failures.slice(0, 10).map((failure) => {
        const where = codeSpan(formatPosition(failure.span));
        const label = failure.case === "" ? "" : `${codeSpan(failure.case)}: `;
        return `  - ${label}${escapeMarkdown(failure.message)} (${where})`;
      }),
    ]),
  ];
}

function approval(policy: PolicyResult): string {
  const lines = policy.children.flatMap((child) => line(child, 0));
  return `<details><summary>How approval stands</summary>\n\n${lines.join("\n")}\n\n</details>`;
}

function line(result: PolicyResult, depth: number): readonly string[] {
  const mark = { satisfied: "✅", waiting: "⏳", blocked: "❌" }[result.status];
  const needs = result.needs ? `; needs: ${escapeMarkdown(result.needs)}` : "";
  const own = `${"  ".repeat(depth)}- ${mark} ${escapeMarkdown(result.rule)}: ${escapeMarkdown(result.why)}${needs}`;
  return [own, ...result.children.flatMap((child) => line(child, depth + 1))];
}
