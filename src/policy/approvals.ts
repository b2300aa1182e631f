import type { Actor, PullSnapshot } from "../pull/index.ts";
import { blocked, type PolicyResult, waiting } from "./result.ts";
import { unattributedCommits, type WeighedReviews } from "./reviews.ts";

/** The base branch's own words on approval. */
export interface ApprovalPolicy {
  readonly approvals: number;
}

/** A guard that the plan goes over, and how many approvals it then wants; undefined: one more than usual. */
export interface PassedLimit {
  readonly why: string;
  readonly approvals: number | undefined;
}

const rule = "approvals";

/** Whether enough people approved: what policy wants, or more where guards do, or where somebody is unknown. */
export function enoughApprovals(
  snapshot: PullSnapshot,
  policy: ApprovalPolicy,
  guards: readonly PassedLimit[],
  weighed: WeighedReviews,
): PolicyResult {
  if (snapshot.commits === undefined) {
    return blocked(
      rule,
      "it has more commits than GitHub lists, so no reviewer can be ruled out as their author",
      "split it or squash it",
    );
  }
  const { required, more } = requiredApprovals(snapshot, policy, guards);
  const have = weighed.approvals.length;
  const why = [
    `${have} of ${required} approval${required === 1 ? "" : "s"}`,
    ...(have > 0 ? [`by ${names(weighed.approvals)}`] : []),
  ].join(" ");
  const { discounted } = weighed;
  if (have < required) {
    const notCounted = discounted.map((one) => `${one.login}'s approval does not count (${one.why})`);
    const who =
      required - have === 1
        ? "somebody with write access who wrote none of it"
        : `${required - have} people with write access who wrote none of it`;
    return waiting(rule, why, [who, ...notCounted, ...(more === "" ? [] : [more])].join("; "));
  }
  const children = discounted.map((one) => ({
    rule: `approval by ${one.login}`,
    status: "satisfied" as const,
    why: `not counted: ${one.why}`,
    children: [],
  }));
  return { rule, status: "satisfied", why: more === "" ? why : `${why}; ${more}`, children };
}

/** Reasons for more approvals that are told. */
const FEW = 5;

/** How many have to approve, and in words why it is more than usual; empty where it is not. */
function requiredApprovals(
  snapshot: PullSnapshot,
  { approvals }: ApprovalPolicy,
  guards: readonly PassedLimit[],
): { required: number; more: string } {
  const demanding = guards
    .map((guard) => ({ why: guard.why, approvals: guard.approvals ?? approvals + 1 }))
    .filter((guard) => guard.approvals > approvals);
  // Somebody unknown had a hand in it and may be the approver: one more pair of eyes.
  const unknown = whoIsUnknown(snapshot);
  const reasons = [...demanding.map(({ why }) => why), ...(unknown === undefined ? [] : [unknown])];
  if (reasons.length === 0) return { required: approvals, more: "" };
  const wanted = Math.max(approvals, ...demanding.map((guard) => guard.approvals));
  const required = wanted + (unknown === undefined ? 0 : 1);
  const rest = reasons.length - FEW;
  const told = [...reasons.slice(0, FEW), ...(rest > 0 ? [`${rest} more reasons`] : [])];
  const extra = required - approvals === 1 ? "one" : String(required - approvals);
  return { required, more: `${extra} more than usual: ${told.join("; ")}` };
}

/** Whose hand in the pull request nothing proves, in words. */
function whoIsUnknown(snapshot: PullSnapshot): string | undefined {
  const commit = unattributedCommits(snapshot)[0];
  if (commit !== undefined) return `no account is known for commit ${commit.slice(0, 7)}`;
  return snapshot.headPusherKnown ? undefined : `no webhook told who pushed ${snapshot.head.sha.slice(0, 7)}`;
}

/** Logins, for a sentence. */
export function names(actors: readonly Actor[]): string {
  return actors.map((actor) => actor.login).join(", ");
}
