import { codeSpan, markdownSentence } from "../base/index.ts";
import type { Evaluation } from "../evaluation/index.ts";
import { renderPlan } from "../plan/index.ts";
import type { PolicyResult, PullVerdict } from "../policy/index.ts";
import { bounded } from "./bounded.ts";
import {
  approvalPart,
  checksPart,
  findingsPart,
  lostPart,
  overridesPart,
  verdictPart,
} from "./comment-parts.ts";

/** Hidden mark by which a comment of ours is found again, together with its author. */
export const PLAN_MARKER = "<!-- zonewright:plan -->";

export interface PlanCommentFacts {
  readonly head: string;
  readonly baseRef: string;
  readonly evaluation: Evaluation;
  readonly verdict: PullVerdict;
  readonly policy: PolicyResult;
}

/** Octets of a comment at most; GitHub takes 65,536 characters. */
const MOST = 62_000;

/**
 * The sticky comment: verdict and reasons first, then what was found, then the plan by risk, then, folded, how approval
 * stands. The plan takes the room that the others leave, and is cut at a record.
 */
export function planComment(facts: PlanCommentFacts): string {
  const { evaluation, verdict, head, baseRef } = facts;
  const { plan } = evaluation;
  // A guard that the verdict names is told once.
  const waitsFor = verdict.is === "waiting" ? verdict.on.join("\n") : "";
  const guards = evaluation.guards.filter(({ why }) => !waitsFor.includes(why));
  const before = [
    PLAN_MARKER,
    verdictPart(evaluation, verdict),
    `Judged as merged into ${codeSpan(baseRef)}, at commit ${head.slice(0, 7)}; plan ${plan.digest.slice(0, 12)}.`,
    overridesPart(evaluation),
    lostPart(evaluation),
    findingsPart(evaluation),
    checksPart(evaluation),
  ];
  const after = [approvalPart(facts.policy)];
  const taken = [...before, ...after].reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);
  const command = `zonewright plan --from ${shellWord(baseRef)} --to ${shellWord(head)}`;
  const shown = renderPlan(plan, "markdown", { guards, limit: MOST - taken, command });
  const parts = [...before, shown.trimEnd(), ...after].filter((part) => part !== "");
  return bounded(parts.join("\n\n"), MOST);
}

/** A word as a POSIX shell takes it, whatever is in it. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The sticky comment where there is no merge result to judge. */
export function unmergeableComment(head: string, baseRef: string, why: string): string {
  return [
    PLAN_MARKER,
    `### ❌ Blocked: ${markdownSentence(why)}`,
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
