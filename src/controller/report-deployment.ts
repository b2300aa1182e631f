import { RESULT_MARKER, resultComment, resultLine } from "../announce/index.ts";
import { sha256 } from "../base/index.ts";
import type { DeploymentState } from "../deploy/index.ts";
import { GitHubRefused } from "../github/index.ts";
import { type DeploymentRow, EffectRefused } from "../store/index.ts";
import type { Deploying } from "./deploying.ts";
import { publishComment } from "./publish.ts";
import { refusing } from "./refusing.ts";

/** Opens the deployment on GitHub and says that it is under way; GitHub's id of it. Once, whatever dies. */
export async function openGitHubDeployment(deploying: Deploying): Promise<number> {
  const { controller, claim, gateway, commit, target, id } = deploying;
  const { output } = await controller.store.effects.run(claim, {
    id: `deployment:${id}`,
    kind: "deployment",
    input: { sha: commit.sha, environment: target.id, key: id },
    probe: (input) => gateway.findDeployment(input.sha, input.environment, input.key),
    act: refusing((input) =>
      gateway.createDeployment({
        ...input,
        description: `Zones of ${commit.sha.slice(0, 7)} to ${target.id}`,
      }),
    ),
    audit: {
      subject: id,
      data: (deployment) => ({ githubDeployment: deployment.id, origin: commit.origin, pull: commit.pull }),
    },
  });
  await sendStatus(deploying, output.id, "in_progress", "Publishing, then asking every nameserver");
  return output.id;
}

/**
 * Says how the deployment went: status on GitHub, comment on the pull request, audit row. The new phase is written
 * down last, so that what a crash left unsaid is said afterwards.
 */
export async function reportDeployment(
  deploying: Deploying,
  row: DeploymentRow,
  before: DeploymentState,
  state: DeploymentState,
): Promise<void> {
  const { controller, claim, commit, id, log } = deploying;
  const { store, clock } = controller;
  let { githubId } = row;
  try {
    githubId ??= await openGitHubDeployment(deploying);
    await sendStatus(
      deploying,
      githubId,
      state.phase === "succeeded" ? "success" : "failure",
      resultLine(state),
    );
    if (commit.pull !== undefined) await publishResult(deploying, row, state, commit.pull);
  } catch (error) {
    // What GitHub refuses to hear keeps nobody from going on; what it cannot hear now is said later.
    if (!(error instanceof EffectRefused || error instanceof GitHubRefused)) throw error;
    log.error({ error }, "GitHub refuses to be told how the deployment went");
  }
  if (state.phase !== before.phase || outcomeOf(state) !== outcomeOf(before)) {
    await store.audit.append(claim, {
      kind: `deployment-${state.phase}`,
      subject: id,
      data: { zones: state.zones, checks: state.checks },
    });
  }
  await store.deployments.save(claim, {
    ...row,
    githubId,
    phase: state.phase,
    state,
    updatedAt: clock.now(),
  });
}

async function sendStatus(
  deploying: Deploying,
  githubId: number,
  state: "in_progress" | "success" | "failure",
  description: string,
): Promise<void> {
  const { controller, claim, gateway, id } = deploying;
  await controller.store.effects.run(claim, {
    id: `deployment-status:${id}:${state}:${sha256(description).slice(0, 12)}`,
    kind: "deployment-status",
    input: { githubId, state, description },
    probe: async (input) => {
      const statuses = await gateway.deploymentStatuses(input.githubId);
      const found = statuses.find(
        (status) => status.state === input.state && status.description === input.description,
      );
      return found && { id: found.id };
    },
    act: refusing((input) =>
      gateway.createDeploymentStatus(input.githubId, { state: input.state, description: input.description }),
    ),
    audit: { subject: id, data: (status) => ({ status: status.id, state, description }) },
  });
}

/** One comment for the deployment's result, edited while the result changes. */
async function publishResult(
  { controller, claim, gateway, commit, target }: Deploying,
  row: DeploymentRow,
  state: DeploymentState,
  number: number,
): Promise<void> {
  const approvedBy = (commit.detail as { approvedBy?: readonly string[] }).approvedBy ?? [];
  const body = resultComment({
    sha: commit.sha,
    target: target.id,
    state,
    approvedBy,
    tookMs: controller.clock.now() - row.createdAt,
  });
  const at = { repositoryId: commit.repositoryId, number, headSha: commit.sha };
  await publishComment(controller, claim, gateway, at, {
    kind: "result",
    marker: RESULT_MARKER,
    body,
    digest: outcomeOf(state),
  });
}

/** Changes when anything does that readers are told, times apart. */
function outcomeOf({ zones, checks = [] }: DeploymentState): string {
  const said = zones.map((zone) => [
    zone.zone,
    zone.view,
    zone.serial,
    zone.refused,
    zone.results.map(({ server, verdict, serial }) => [server.name, verdict, serial]),
  ]);
  const found = checks.map(({ server, passed, findings, fault }) => [server, passed, findings, fault]);
  return sha256(JSON.stringify([said, found]));
}
