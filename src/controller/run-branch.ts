import { type Log, TransientError } from "../base/index.ts";
import { isInProgress } from "../deploy/index.ts";
import { formatLane, type PullSnapshot } from "../pull/index.ts";
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
  const about = log.child({ repo: bound.binding.repository, ref: at.ref });
  await settleMerges(controller, claim, bound.gateway);
  const { tip, isNews } = await assessTip(controller, claim, bound, at);
  if (isNews) await lookAgain(controller, at);
  if (tip.state === "held") {
    about.warn(
      { sha: tip.sha, reason: tip.reason },
      "the tip is not approved: nothing is merged or deployed",
    );
    return {};
  }
  if (await needsDeployment(controller, bound, tip)) {
    await controller.store.lanes.bump([formatLane({ ...at, kind: "deploy" })]);
    return {};
  }
  return mergeNext(controller, claim, bound, tip, about);
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

/** Merges the first in line that is still ready. Those that are not leave the line. */
async function mergeNext(
  controller: Controller,
  claim: Claim,
  bound: BoundBranch,
  tip: CommitRow,
  log: Log,
): Promise<LaneOutcome> {
  const line = mergeOrder(await controller.store.pulls.open(tip.repositoryId, tip.ref));
  let outcome: LaneOutcome = {};
  for (const row of line) {
    const snapshot = await readSnapshot(controller, bound, tip.repositoryId, row.number);
    const here = snapshot.state === "open" && snapshot.base.ref === tip.ref;
    if (here && snapshot.base.sha !== tip.sha) return LOOK_AGAIN;
    if (here && snapshot.merge.kind === "unknown") {
      outcome = ASK_AGAIN;
      continue;
    }
    const ready = here ? await stillReady(controller, bound, snapshot) : undefined;
    if (ready === undefined) {
      await leaveLine(controller, claim, row);
      continue;
    }
    const attempt = await mergePull(controller, claim, bound.gateway, ready.snapshot, ready.planDigest, log);
    if (attempt === "merged") return { again: 0 };
    // Each time in a row it is later until the next try.
    if (attempt === "moved") throw new TransientError(`merging #${row.number}`, "its base or head moved");
  }
  return outcome;
}

/** The base or the head moved while we looked: begin again, but let GitHub come to itself. */
const LOOK_AGAIN: LaneOutcome = { again: 500 };
/** GitHub has not worked out a merge result: the others go first, and it keeps its place. */
const ASK_AGAIN: LaneOutcome = { again: 3_000 };

/** Judges a pull request in line once more, as everything is now. */
async function stillReady(controller: Controller, bound: BoundBranch, snapshot: PullSnapshot) {
  const { merge } = snapshot;
  const { judged } = await judgePull(controller, bound, snapshot, { urgent: true });
  if (judged?.verdict.is !== "ready" || merge.kind !== "clean") return undefined;
  if ((await refusedMerge(controller, snapshot)) !== undefined) return undefined;
  return { snapshot: { ...snapshot, merge }, planDigest: judged.evaluation.plan.digest };
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
