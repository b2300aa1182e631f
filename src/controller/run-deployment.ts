import { InvariantError, type Log, TransientError } from "../base/index.ts";
import { advance, type DeploymentState, unsettled } from "../deploy/index.ts";
import type { Evaluation } from "../evaluation/index.ts";
import { GitHubUnavailable } from "../github/index.ts";
import { formatLane } from "../pull/index.ts";
import { type Claim, type CommitRow, type DeploymentRow, EffectRefused } from "../store/index.ts";
import { type BoundBranch, boundBranch } from "./access.ts";
import { applyZones } from "./apply-zones.ts";
import type { Controller } from "./controller.ts";
import { type Deploying, deploymentId } from "./deploying.ts";
import { judgeTrees } from "./judge-trees.ts";
import { planDeployment } from "./plan-deployment.ts";
import { openGitHubDeployment, reportDeployment } from "./report-deployment.ts";
import { verifyChecks } from "./verify-checks.ts";
import { verifyZones } from "./verify-zones.ts";
import type { LaneOutcome } from "./worker.ts";

/** A server that lagged or lied is asked again after a tenth of the time this has gone on, within these bounds (ms). */
const SOONEST = 1_000;
const LATEST = 60_000;

/** Brings the newest approved commit of a branch to its target and tells what every nameserver serves then. */
export async function runDeployment(
  controller: Controller,
  claim: Claim,
  at: { readonly repositoryId: number; readonly ref: string },
  log: Log,
  signal: AbortSignal,
): Promise<LaneOutcome> {
  const { store, clock } = controller;
  const bound = await boundBranch(controller, at.repositoryId, at.ref, signal);
  const commit = await store.commits.latestApproved(at.repositoryId, at.ref);
  const target = bound && controller.targets.get(bound.binding.target);
  if (bound === undefined || commit === undefined || target === undefined) return {};
  const id = deploymentId(at.repositoryId, commit.sha, target.id);
  const { binding, gateway } = bound;
  const evaluate = () => evaluateCommit(controller, bound, commit);
  const about = log.child({ repo: binding.repository, ref: at.ref, sha: commit.sha, target: target.id });
  const deploying: Deploying = {
    controller,
    claim,
    gateway,
    binding,
    commit,
    target,
    id,
    log: about,
    signal,
    evaluate,
  };
  const known = await store.deployments.get(id);
  if (known?.phase === "succeeded") return {};
  const older = await unfinishedBefore(deploying);
  const row = known ?? (await begin(deploying, older));
  await supersede(deploying, older);
  const state = row.state as DeploymentState;
  if (state.zones.length === 0) return finish(controller, at);
  // Approved content is served also while GitHub cannot be told of it.
  const told = { ...row, githubId: await openGitHubDeployment(deploying).catch(untold(about)) };
  // Once applied it stays so: after a restart the target has loaded every version from the store.
  const isApplied = state.phase !== "planned" && state.phase !== "applying";
  const applied = isApplied ? state : await applyZones(deploying, told, state);
  const verified = await verifyChecks(deploying, await verifyZones(deploying, applied));
  await reportDeployment(deploying, told, state, verified);
  about.info({ phase: verified.phase }, "deployed and verified");
  await finish(controller, at);
  if (verified.phase === "succeeded") return {};
  return { again: Math.min(Math.max(SOONEST, (clock.now() - row.createdAt) / 10), LATEST) };
}

/**
 * The commit judged once more, as it was when it was approved. What cannot be judged now says nothing of its zones, least
 * of all that they are gone.
 */
async function evaluateCommit(
  controller: Controller,
  bound: BoundBranch,
  { sha, tree, inputsDigest }: CommitRow,
): Promise<Evaluation> {
  const trees = { before: tree, after: tree, texts: true, urgent: true };
  const { evaluation } = await judgeTrees(controller, bound, trees);
  if (!evaluation.passed) throw new TransientError(`evaluating ${sha}`, evaluation.reasons.join("; "));
  if (evaluation.inputsDigest === inputsDigest) return evaluation;
  throw new InvariantError(`evaluating ${sha}`, "its tree reads otherwise than when it was approved");
}

/** Telling GitHub is left to the end where it cannot be done now; a lost lease is not. */
function untold(log: Log): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof GitHubUnavailable || error instanceof EffectRefused)) throw error;
    log.warn({ error }, "GitHub does not take the deployment; the zones are published all the same");
    return undefined;
  };
}

/** Works out what changes against what is published, and writes it down before anything is done. */
async function begin(deploying: Deploying, older: readonly DeploymentRow[]): Promise<DeploymentRow> {
  const { controller, claim, commit, binding, target, id } = deploying;
  const left = older.flatMap((row) => unsettled(row.state as DeploymentState));
  const zones = await planDeployment(controller.store, target, binding, await deploying.evaluate(), left);
  const now = controller.clock.now();
  const row: DeploymentRow = {
    id,
    repositoryId: commit.repositoryId,
    ref: commit.ref,
    sha: commit.sha,
    target: target.id,
    pull: commit.pull,
    phase: zones.length === 0 ? "succeeded" : "planned",
    state: { phase: zones.length === 0 ? "succeeded" : "planned", zones } satisfies DeploymentState,
    createdAt: now,
    updatedAt: now,
  };
  await controller.store.deployments.save(claim, row);
  return row;
}

/** Deployments of earlier commits to the same target that no nameserver has confirmed yet. */
async function unfinishedBefore({ controller, commit, target, id }: Deploying): Promise<DeploymentRow[]> {
  const unfinished = await controller.store.deployments.unfinished();
  return unfinished.filter(
    (row) =>
      row.repositoryId === commit.repositoryId &&
      row.ref === commit.ref &&
      row.target === target.id &&
      row.id !== id,
  );
}

/** What they were still on their way to is part of this one's plan by now. */
async function supersede({ controller, claim }: Deploying, rows: readonly DeploymentRow[]): Promise<void> {
  for (const row of rows) {
    const state = advance(row.state as DeploymentState, { is: "superseded" });
    await controller.store.deployments.save(claim, {
      ...row,
      phase: state.phase,
      state,
      updatedAt: controller.clock.now(),
    });
  }
}

async function finish(
  { store }: Controller,
  at: { readonly repositoryId: number; readonly ref: string },
): Promise<LaneOutcome> {
  await store.lanes.bump([formatLane({ ...at, kind: "branch" })]);
  return {};
}
