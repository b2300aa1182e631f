import type { Log } from "../base/index.ts";
import { isInProgress } from "../deploy/index.ts";
import { formatLane } from "../pull/index.ts";
import { mergeOrder } from "../queue/index.ts";
import type { Claim, CommitRow, PullRow } from "../store/index.ts";
import { type BoundBranch, boundBranch } from "./access.ts";
import { assessTip } from "./assess-tip.ts";
import type { Controller } from "./controller.ts";
import { deploymentId } from "./deploying.ts";
import { judgePull, readSnapshot } from "./judge-pull.ts";
import { mergePull, refusedMerge, settleMerges } from "./merge-pull.ts";
import type { LaneOutcome } from "./worker.ts";

interface Branch {
  readonly repositoryId: number;
  readonly ref: string;
}

/**
 * Works on one deploy branch under its lease: finishes merges that were interrupted, decides whether the tip may be
 * deployed, and merges the next pull request in line, judged once more as everything is now.
 */
export async function runBranch(
  controller: Controller,
  claim: Claim,
  at: Branch,
  log: Log,
  signal: AbortSignal,
): Promise<LaneOutcome> {
  const bound = await boundBranch(controller, at.repositoryId, at.ref, signal);
  if (bound === undefined) return {};
  await settleMerges(controller, claim, bound.gateway);
  const tip = await assessTip(controller, claim, bound, at);
  if (tip.state === "held") {
    log.warn({ sha: tip.sha, reason: tip.reason }, "the tip is not approved: nothing is merged or deployed");
    return {};
  }
  if (await needsDeployment(controller, bound, tip)) {
    await controller.store.lanes.bump([formatLane({ ...at, kind: "deploy" })]);
    return {};
  }
  const merged = await mergeNext(controller, claim, bound, tip, log);
  if (merged) await lookAgain(controller, at);
  return merged ? { again: 0 } : {};
}

/** True until the tip's deployment came to an end, good or bad: the next merge waits for it. */
async function needsDeployment(
  { store }: Controller,
  { binding }: BoundBranch,
  tip: CommitRow,
): Promise<boolean> {
  const row = await store.deployments.get(deploymentId(tip.repositoryId, tip.sha, binding.target));
  return row === undefined || isInProgress(row.phase);
}

/** Merges the first in line that is still ready; true if one was merged. Those that are not leave the line. */
async function mergeNext(
  controller: Controller,
  claim: Claim,
  bound: BoundBranch,
  tip: CommitRow,
  log: Log,
): Promise<boolean> {
  const line = mergeOrder(await controller.store.pulls.open(tip.repositoryId, tip.ref));
  for (const row of line) {
    const snapshot = await readSnapshot(controller, bound, tip.repositoryId, row.number);
    const { judged } = await judgePull(controller, bound, snapshot);
    const { merge } = snapshot;
    if (
      judged?.verdict.is !== "ready" ||
      merge.kind !== "clean" ||
      (await refusedMerge(controller, snapshot)) !== undefined
    ) {
      await leaveLine(controller, claim, row);
      continue;
    }
    // The tip moved since it was assessed: begin again with the new one.
    if (snapshot.base.sha !== tip.sha) return true;
    const planDigest = judged.evaluation.plan.digest;
    if (await mergePull(controller, claim, bound.gateway, { ...snapshot, merge }, planDigest, log))
      return true;
    await leaveLine(controller, claim, row);
  }
  return false;
}

async function leaveLine({ store, clock }: Controller, claim: Claim, row: PullRow): Promise<void> {
  await store.pulls.save(claim, { ...row, readySince: undefined, updatedAt: clock.now() });
  await store.lanes.bump([formatLane({ kind: "pull", repositoryId: row.repositoryId, number: row.number })]);
}

/** The base moved: every open pull request into it has another merge result. */
async function lookAgain({ store }: Controller, { repositoryId, ref }: Branch): Promise<void> {
  const open = await store.pulls.open(repositoryId, ref);
  await store.lanes.bump(open.map(({ number }) => formatLane({ kind: "pull", repositoryId, number })));
}
