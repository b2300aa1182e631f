import { RESULT_MARKER, resultComment, resultLine } from "../announce/index.ts";
import { sha256 } from "../base/index.ts";
import type { DeploymentState } from "../deploy/index.ts";
import type { DeploymentRow } from "../store/index.ts";
import type { Deploying } from "./deploying.ts";
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

/** Says how the deployment went: status on GitHub, audit row, and the comment on the pull request. */
export async function reportDeployment(
  deploying: Deploying,
  row: DeploymentRow,
  state: DeploymentState,
): Promise<void> {
  const { controller, claim, commit, id } = deploying;
  const { store } = controller;
  await store.audit.append(claim, {
    kind: `deployment-${state.phase}`,
    subject: id,
    data: { zones: state.zones },
  });
  if (row.githubId !== undefined) {
    await sendStatus(
      deploying,
      row.githubId,
      state.phase === "succeeded" ? "success" : "failure",
      resultLine(state),
    );
  }
  if (commit.pull !== undefined) await publishResult(deploying, row, state, commit.pull);
  await store.deployments.save(claim, {
    ...row,
    phase: state.phase,
    state,
    updatedAt: controller.clock.now(),
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
  deploying: Deploying,
  row: DeploymentRow,
  state: DeploymentState,
  number: number,
): Promise<void> {
  const { controller, claim, gateway, commit, target, id } = deploying;
  const { store, clock } = controller;
  const approvedBy = (commit.detail as { approvedBy?: readonly string[] }).approvedBy ?? [];
  const at = { repositoryId: commit.repositoryId, number };
  const last = await store.publications.get(at.repositoryId, number, "result");
  const outcome = sha256(
    JSON.stringify(
      state.zones.map((zone) => [
        zone.zone,
        zone.serial,
        zone.refused,
        zone.results.map((r) => [r.verdict, r.serial]),
      ]),
    ),
  );
  if (last?.bodyHash === outcome && last.headSha === commit.sha) return;
  const body = resultComment({
    sha: commit.sha,
    target: target.id,
    state,
    approvedBy,
    tookMs: clock.now() - row.createdAt,
  });
  const { output, how } = await store.effects.run(claim, {
    id: `comment:${id}:result`,
    kind: "comment",
    input: { number, marker: `${RESULT_MARKER}\n<!-- ${commit.sha} -->` },
    probe: async (input) => {
      const found = await gateway.findComment(input.number, RESULT_MARKER);
      return found && { id: found.id };
    },
    act: refusing(async (input) => ({ id: (await gateway.createComment(input.number, body)).id })),
    audit: {
      subject: `${at.repositoryId}#${number}`,
      data: (comment) => ({ comment: comment.id, phase: state.phase }),
    },
  });
  if (how !== "acted") await gateway.updateComment(output.id, body);
  await store.publications.save(claim, {
    ...at,
    kind: "result",
    remoteId: output.id,
    headSha: commit.sha,
    bodyHash: outcome,
    at: clock.now(),
  });
}
