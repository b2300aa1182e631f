import type { Evaluation } from "../evaluation/index.ts";
import { readPull } from "../github/index.ts";
import { judgePolicy, type PolicyResult, type PullVerdict, verdictOf } from "../policy/index.ts";
import type { PullSnapshot } from "../pull/index.ts";
import type { RecordedReview } from "../store/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { judgeTrees } from "./judge-trees.ts";
import type { JudgedTrees } from "./judged-trees.ts";

/** A pull request read and judged at one moment. `judged` is undefined where there is no merge result to judge. */
export interface JudgedPull {
  readonly snapshot: PullSnapshot;
  readonly judged:
    | {
        readonly evaluation: Evaluation;
        readonly policy: PolicyResult;
        readonly verdict: PullVerdict;
        readonly lines: JudgedTrees["lines"];
        readonly fixable: JudgedTrees["fixable"];
      }
    | undefined;
}

/** Pauses between looks at GitHub's test merge, which the first look makes it begin with (milliseconds). */
const MERGE_DELAYS_MS = [100, 300, 1_000, 2_000] as const;

/** Reads a pull request as it is now, with what we recorded of its reviews and pushes. */
export async function readSnapshot(
  controller: Controller,
  bound: BoundBranch,
  repositoryId: number,
  number: number,
): Promise<PullSnapshot> {
  const { store, clock } = controller;
  const [reviews, shown] = await Promise.all([
    store.reviews.of(repositoryId, number),
    store.shownPlans.of(repositoryId, number),
  ]);
  const recorded = reviews.map((review) => ({ ...review, planDigest: planSeenBy(review, shown) }));
  const pushersOf = (shas: readonly string[]) => store.pushers.of(repositoryId, shas);
  return readPull(bound.gateway, number, { reviews: recorded, pushersOf }, clock, {
    delays: MERGE_DELAYS_MS,
  });
}

/** Judges a snapshot: the merge result's tree by the base's rules, then who agrees. */
export async function judgePull(
  controller: Controller,
  bound: BoundBranch,
  snapshot: PullSnapshot,
  { urgent, anew = false }: { readonly urgent: boolean; readonly anew?: boolean },
): Promise<JudgedPull> {
  if (snapshot.merge.kind !== "clean") return { snapshot, judged: undefined };
  const { evaluation, changedPaths, lines, fixable } = await judgeTrees(controller, bound, {
    before: snapshot.base.tree,
    after: snapshot.merge.tree,
    texts: false,
    // Who can push to the repository may have code of theirs run; who opens a pull request from a fork may not.
    proposedCode: !snapshot.head.fromFork,
    urgent,
    anew,
  });
  const policy = judgePolicy(snapshot, evaluation.config.policy, {
    planDigest: evaluation.plan.digest,
    changedPaths,
    governingPaths: governingPaths(evaluation),
    guards: evaluation.guards,
  });
  const verdict: PullVerdict = evaluation.passed
    ? verdictOf(policy)
    : { is: "blocked", by: evaluation.reasons };
  return { snapshot, judged: { evaluation, policy, verdict, lines, fixable } };
}

/** What decides how changes are judged: config, checks, and comments that hide an error which the change brings. */
function governingPaths({ governed, overrides }: Evaluation): readonly string[] {
  return [
    ...(governed.config ? [".github/zonewright.yml"] : []),
    ...governed.checks,
    ...overrides.map(({ span, diagnostic }) => `${span.file}:${span.line}, which ignores ${diagnostic.rule}`),
  ];
}

interface ShownPlan {
  readonly headSha: string;
  readonly planDigest: string;
  readonly shownAt: number;
}

/**
 * The plan that stood on the pull request, for the head that was reviewed, when the review was submitted. Both times
 * are GitHub's own, in whole seconds. Two plans within the review's second leave it open which was seen: none then.
 */
export function planSeenBy(
  review: Pick<RecordedReview, "headSha" | "submittedAt">,
  shown: readonly ShownPlan[],
): string | undefined {
  const before = shown
    .filter((plan) => plan.headSha === review.headSha && plan.shownAt <= review.submittedAt)
    .sort((a, b) => b.shownAt - a.shownAt);
  const [last, earlier] = before;
  const ambiguous =
    last !== undefined &&
    earlier !== undefined &&
    last.shownAt === review.submittedAt &&
    last.planDigest !== earlier.planDigest;
  return ambiguous ? undefined : last?.planDigest;
}
