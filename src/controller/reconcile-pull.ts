import {
  evaluationCheckRun,
  planComment,
  unmergeableCheckRun,
  unmergeableComment,
} from "../announce/index.ts";
import type { Log } from "../base/index.ts";
import { formatLane, type PullSnapshot } from "../pull/index.ts";
import type { Claim } from "../store/index.ts";
import { type BoundBranch, boundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { type JudgedPull, judgePull, readSnapshot } from "./judge-pull.ts";
import { refusedMerge } from "./merge-pull.ts";
import { publishCheckRun, publishPlanComment } from "./publish.ts";
import type { LaneOutcome } from "./worker.ts";

/** GitHub works out mergeability in the background; ask again this soon (milliseconds). */
const ASK_MERGEABILITY_AGAIN = 3_000;

/** Brings one pull request up to date: what it says on GitHub, and whether it stands in line to be merged. */
export async function reconcilePull(
  controller: Controller,
  claim: Claim,
  at: { readonly repositoryId: number; readonly number: number },
  log: Log,
  signal: AbortSignal,
): Promise<LaneOutcome> {
  const bound = await boundPull(controller, at, signal);
  if (bound === undefined) {
    log.info({}, "this pull request is for no branch that the operator bound");
    return {};
  }
  const snapshot = await readSnapshot(controller, bound, at.repositoryId, at.number);
  if (snapshot.base.ref !== bound.binding.branch) return { again: 0 };
  if (snapshot.state === "closed") return closed(controller, claim, at, snapshot);
  if (snapshot.merge.kind === "unknown") {
    await saveRow(controller, claim, at, snapshot, undefined);
    return { again: ASK_MERGEABILITY_AGAIN };
  }
  const result = await judgePull(controller, bound, snapshot);
  const ready = await publish(controller, claim, bound, at, result);
  const before = await controller.store.pulls.get(at.repositoryId, at.number);
  const readySince = ready ? (before?.readySince ?? controller.clock.now()) : undefined;
  await saveRow(controller, claim, at, snapshot, readySince, result);
  if (ready) {
    await controller.store.lanes.bump([
      formatLane({ kind: "branch", repositoryId: at.repositoryId, ref: snapshot.base.ref }),
    ]);
  }
  return {};
}

async function boundPull(
  controller: Controller,
  at: { readonly repositoryId: number; readonly number: number },
  signal: AbortSignal,
): Promise<BoundBranch | undefined> {
  const row = await controller.store.repositories.get(at.repositoryId);
  if (row === undefined) return undefined;
  const { baseRef } = await controller.github.repository(row, signal).pull(at.number);
  return boundBranch(controller, at.repositoryId, baseRef, signal);
}

async function closed(
  controller: Controller,
  claim: Claim,
  at: { readonly repositoryId: number; readonly number: number },
  snapshot: PullSnapshot,
): Promise<LaneOutcome> {
  await saveRow(controller, claim, at, snapshot, undefined);
  if (snapshot.merged) {
    await controller.store.lanes.bump([
      formatLane({ kind: "branch", repositoryId: at.repositoryId, ref: snapshot.base.ref }),
    ]);
  }
  return {};
}

/** Says on GitHub what was found; true where the pull request may merge. */
async function publish(
  controller: Controller,
  claim: Claim,
  bound: BoundBranch,
  at: { readonly repositoryId: number; readonly number: number },
  { snapshot, judged }: JudgedPull,
): Promise<boolean> {
  const { gateway } = bound;
  const baseRef = snapshot.base.ref;
  const pull = { ...at, headSha: snapshot.head.sha };
  if (judged === undefined) {
    const why = `it conflicts with ${baseRef}; merge or rebase it and resolve the conflicts`;
    await publishCheckRun(controller, claim, gateway, pull, unmergeableCheckRun(baseRef, why));
    await publishPlanComment(
      controller,
      claim,
      gateway,
      pull,
      unmergeableComment(pull.headSha, baseRef, why),
      undefined,
    );
    return false;
  }
  const { evaluation, policy, line } = judged;
  const refused = await refusedMerge(controller, snapshot);
  const verdict = refused === undefined ? judged.verdict : ({ is: "blocked", by: [refused] } as const);
  await publishCheckRun(controller, claim, gateway, pull, evaluationCheckRun(evaluation, baseRef, line));
  const comment = planComment({ head: pull.headSha, baseRef, evaluation, verdict, policy });
  await publishPlanComment(controller, claim, gateway, pull, comment, evaluation.plan.digest);
  return verdict.is === "ready";
}

async function saveRow(
  { store, clock }: Controller,
  claim: Claim,
  at: { readonly repositoryId: number; readonly number: number },
  snapshot: PullSnapshot,
  readySince: number | undefined,
  result?: JudgedPull,
): Promise<void> {
  await store.pulls.save(claim, {
    ...at,
    state: snapshot.state,
    baseRef: snapshot.base.ref,
    headSha: snapshot.head.sha,
    readySince,
    evaluation: result?.judged && {
      verdict: result.judged.verdict,
      passed: result.judged.evaluation.passed,
      planDigest: result.judged.evaluation.plan.digest,
    },
    updatedAt: clock.now(),
  });
}
