import type { Log } from "../base/index.ts";
import type { RepositoryBinding } from "../config/index.ts";
import { advance, type DeploymentState, isInProgress } from "../deploy/index.ts";
import { formatLane } from "../pull/index.ts";
import type { Claim, DeploymentRow } from "../store/index.ts";
import { boundBranch } from "./access.ts";
import { applyZones } from "./apply-zones.ts";
import type { Controller } from "./controller.ts";
import { type Deploying, deploymentId } from "./deploying.ts";
import { judgeTrees } from "./judge-trees.ts";
import { planDeployment } from "./plan-deployment.ts";
import { openGitHubDeployment, reportDeployment } from "./report-deployment.ts";
import { verifyZones } from "./verify-zones.ts";
import type { LaneOutcome } from "./worker.ts";

/** A server that lagged or lied is asked again after these times (milliseconds), the last one for good. */
const ASK_AGAIN = [2_000, 5_000, 15_000, 30_000, 60_000] as const;

/** Brings the newest approved commit of a branch to its target and tells what every nameserver serves then. */
export async function runDeployment(
  controller: Controller,
  claim: Claim,
  at: { readonly repositoryId: number; readonly ref: string },
  log: Log,
  signal: AbortSignal,
): Promise<LaneOutcome> {
  const { store } = controller;
  const bound = await boundBranch(controller, at.repositoryId, at.ref, signal);
  const commit = await store.commits.latestApproved(at.repositoryId, at.ref);
  const target = bound && controller.targets.get(bound.binding.target);
  if (bound === undefined || commit === undefined || target === undefined) return {};
  const id = deploymentId(at.repositoryId, commit.sha, target.id);
  const { binding, gateway } = bound;
  const tree = { before: commit.tree, after: commit.tree, texts: true };
  const evaluate = async () => (await judgeTrees(controller, gateway, binding, tree)).evaluation;
  const deploying: Deploying = { controller, claim, gateway, commit, target, id, log, signal, evaluate };
  await supersedeOlder(deploying);
  const known = await store.deployments.get(id);
  if (known?.phase === "succeeded") return {};
  const row = known ?? (await begin(deploying, binding));
  const state = row.state as DeploymentState;
  if (state.zones.length === 0) return finish(controller, at);
  const told = { ...row, githubId: await openGitHubDeployment(deploying) };
  const applied = isInProgress(state.phase) ? await applyZones(deploying, told, state) : state;
  const verified = await verifyZones(deploying, told, applied);
  await reportDeployment(deploying, told, verified);
  await finish(controller, at);
  return verified.phase === "succeeded"
    ? {}
    : { again: ASK_AGAIN[Math.min(claim.attempts - 1, ASK_AGAIN.length - 1)] ?? 60_000 };
}

/** Works out what changes against what is published, and writes it down before anything is done. */
async function begin(deploying: Deploying, binding: RepositoryBinding): Promise<DeploymentRow> {
  const { controller, claim, commit, target, id } = deploying;
  const zones = await planDeployment(controller.store, target, binding, await deploying.evaluate());
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

/** What an older commit was still on its way to is left to this one. */
async function supersedeOlder({ controller, claim, commit, target, id }: Deploying): Promise<void> {
  const { store, clock } = controller;
  for (const row of await store.deployments.unfinished()) {
    const older =
      row.repositoryId === commit.repositoryId &&
      row.ref === commit.ref &&
      row.target === target.id &&
      row.id !== id;
    if (!older) continue;
    const state = advance(row.state as DeploymentState, { is: "superseded" });
    await store.deployments.save(claim, { ...row, phase: state.phase, state, updatedAt: clock.now() });
  }
}

async function finish(
  { store }: Controller,
  at: { readonly repositoryId: number; readonly ref: string },
): Promise<LaneOutcome> {
  await store.lanes.bump([formatLane({ ...at, kind: "branch" })]);
  return {};
}
