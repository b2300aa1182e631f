import { ApiError } from "../api-error.ts";
import { deploymentShape, deploymentStatusShape } from "../shape/deployment.ts";
import type { Deployment, DeploymentState, DeploymentStatus } from "../state/deployment.ts";
import type { Actor, Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import { resolve } from "./commits.ts";
import { emit } from "./event.ts";
import { moveRef } from "./refs.ts";
import { pageSignature, webFlowSignature } from "./signature.ts";

export interface DeploymentRequest {
  readonly ref: string;
  readonly task: string;
  readonly payload: unknown;
  readonly environment: string;
  readonly description: string | null;
  readonly transientEnvironment: boolean;
  readonly productionEnvironment: boolean;
  /** Merge the default branch into `ref` first if it lacks some of it. */
  readonly autoMerge: boolean;
  /** Names of checks that must have passed; undefined: all there are. */
  readonly requiredContexts: readonly string[] | undefined;
}

/**
 * Makes a deployment; or returns the branch's new tip if it merged the default branch into it instead.
 * Throws ApiError 409 if that conflicts or a required check has not passed, 422 for an unknown ref.
 */
export async function createDeployment(
  hub: Hub,
  repository: Repository,
  by: Actor,
  request: DeploymentRequest,
): Promise<{ deployment: Deployment } | { merged: string }> {
  const sha = await resolve(repository, request.ref);
  if (sha === undefined) throw new ApiError(422, `No ref found for: ${request.ref}`);
  const merged = request.autoMerge
    ? await mergeDefaultBranch(hub, repository, by, request.ref, sha)
    : undefined;
  if (merged !== undefined) return { merged };
  assertContexts(repository, sha, request);
  const now = hub.clock.now();
  const deployment: Deployment = {
    id: hub.nextId(),
    creator: by.account,
    byApp: by.byApp,
    sha,
    ref: request.ref,
    task: request.task,
    payload: request.payload,
    environment: request.environment,
    description: request.description,
    transientEnvironment: request.transientEnvironment,
    productionEnvironment: request.productionEnvironment,
    createdAt: now,
    updatedAt: now,
    statuses: [],
  };
  repository.deployments.set(deployment.id, deployment);
  const shape = deploymentShape(hub, repository, deployment);
  emit(
    hub,
    repository,
    "deployment",
    "created",
    { deployment: shape, workflow: null, workflow_run: null },
    by.account,
  );
  return { deployment };
}

/** The branch's new tip; undefined where there is nothing to merge, or `ref` is no branch. */
async function mergeDefaultBranch(
  hub: Hub,
  repository: Repository,
  by: Actor,
  ref: string,
  sha: string,
): Promise<string | undefined> {
  const main = repository.branch(repository.defaultBranch);
  if (main === undefined || repository.branch(ref) === undefined) return undefined;
  if (await repository.objects.isAncestor(main, sha)) return undefined;
  const tree = await repository.objects.mergeTrees(sha, main);
  if (tree === undefined) {
    throw new ApiError(409, `Conflict merging ${repository.defaultBranch} into ${ref}.`);
  }
  const merge = await repository.objects.writeCommit({
    tree,
    parents: [sha, main],
    author: pageSignature(hub, by.account),
    committer: webFlowSignature(hub),
    message: `Merge branch '${repository.defaultBranch}' into ${ref}`,
  });
  await moveRef(hub, repository, `refs/heads/${ref}`, merge, by.account, { force: false });
  return merge;
}

const passing = new Set(["success", "skipped", "neutral"]);

function assertContexts(repository: Repository, sha: string, request: DeploymentRequest): void {
  const runs = [...repository.checkRuns.values()].filter(({ headSha }) => headSha === sha);
  const latest = new Map(runs.map((run) => [run.name, run]));
  const contexts = (request.requiredContexts ?? [...latest.keys()]).map((context) => {
    const run = latest.get(context);
    const passed = run?.status === "completed" && passing.has(run.conclusion ?? "");
    return { context, state: passed ? "success" : run?.status === "completed" ? "failure" : "pending" };
  });
  if (contexts.every(({ state }) => state === "success")) return;
  throw new ApiError(409, `Conflict: Commit status checks failed for ${request.ref}.`, {
    errors: [{ contexts, resource: "Deployment", field: "required_contexts", code: "invalid" }],
  });
}

export interface StatusRequest {
  readonly state: DeploymentState;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly environment: string | undefined;
  readonly autoInactive: boolean;
}

/** Adds a status. A success makes earlier successful deployments of a non-production environment inactive, unless told not to. */
export function createStatus(
  hub: Hub,
  repository: Repository,
  deployment: Deployment,
  by: Actor,
  request: StatusRequest,
): DeploymentStatus {
  const status = addStatus(hub, repository, deployment, by, request);
  if (request.state === "success" && request.autoInactive) {
    for (const other of repository.deployments.values()) {
      if (other !== deployment && supersedes(deployment, other)) {
        addStatus(hub, repository, other, by, { ...request, state: "inactive", description: "" });
      }
    }
  }
  return status;
}

function supersedes(deployment: Deployment, other: Deployment): boolean {
  return (
    other.environment === deployment.environment &&
    !other.transientEnvironment &&
    !other.productionEnvironment &&
    other.statuses.at(-1)?.state === "success"
  );
}

function addStatus(
  hub: Hub,
  repository: Repository,
  deployment: Deployment,
  by: Actor,
  request: StatusRequest,
): DeploymentStatus {
  const now = hub.clock.now();
  const status: DeploymentStatus = {
    id: hub.nextId(),
    creator: by.account,
    byApp: by.byApp,
    state: request.state,
    description: request.description,
    environment: request.environment ?? deployment.environment,
    logUrl: request.logUrl,
    environmentUrl: request.environmentUrl,
    createdAt: now,
  };
  deployment.statuses.push(status);
  deployment.updatedAt = now;
  const fields = {
    deployment_status: deploymentStatusShape(hub, repository, deployment, status),
    deployment: deploymentShape(hub, repository, deployment),
    check_run: null,
    workflow: null,
    workflow_run: null,
  };
  emit(hub, repository, "deployment_status", "created", fields, by.account);
  return status;
}
