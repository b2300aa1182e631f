import { type Log, TransientError } from "../base/index.ts";
import type { RepositoryBinding } from "../config/index.ts";
import { advance, type DeploymentState } from "../deploy/index.ts";
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
    commit,
    target,
    id,
    log: about,
    signal,
    evaluate,
  };
  await supersedeOlder(deploying);
  const known = await store.deployments.get(id);
  if (known?.phase === "succeeded") return {};
  const row = known ?? (await begin(deploying, binding));
  const state = row.state as DeploymentState;
  if (state.zones.length === 0) return finish(controller, at);
  // Approved content is served also while GitHub cannot be told of it.
  const told = { ...row, githubId: await openGitHubDeployment(deploying).catch(untold(about)) };
  // Once applied it stays so: after a restart the target has loaded every version from the store.
  const isApplied = state.phase !== "planned" && state.phase !== "applying";
  const applied = isApplied ? state : await applyZones(deploying, told, state);
  const verified = await verifyZones(deploying, applied);
  await reportDeployment(deploying, told, state, verified);
  about.info({ phase: verified.phase }, "deployed and verified");
  await finish(controller, at);
  if (verified.phase === "succeeded") return {};
  return { again: Math.min(Math.max(SOONEST, (clock.now() - row.createdAt) / 10), LATEST) };
}

/** The commit judged once more. What cannot be judged now says nothing of its zones, least of all that they are gone. */
async function evaluateCommit(
  controller: Controller,
  bound: BoundBranch,
  { sha, tree }: CommitRow,
): Promise<Evaluation> {
  const { evaluation } = await judgeTrees(controller, bound, { before: tree, after: tree, texts: true });
  if (evaluation.judged) return evaluation;
  throw new TransientError(`evaluating ${sha}`, evaluation.reasons.join("; "));
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
