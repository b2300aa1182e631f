import { createDeployment, createStatus } from "../../act/deployments.ts";
import { ApiError, notFound } from "../../api-error.ts";
import { deploymentShape, deploymentStatusShape } from "../../shape/deployment.ts";
import type { Deployment } from "../../state/deployment.ts";
import { paged } from "../paging.ts";
import { type Reply, type RepositoryCall, type Route, reads, writes } from "../route.ts";

const one = "/deployments/:id";
const longestDescription = 140;

export const deploymentRoutes: readonly Route[] = [
  reads("deployments", "/deployments", listDeployments),
  writes("deployments", "write", "POST", "/deployments", postDeployment),
  reads("deployments", one, (call) => ({
    body: deploymentShape(call.hub, call.repository, deploymentOf(call)),
  })),
  reads("deployments", `${one}/statuses`, (call) => {
    const deployment = deploymentOf(call);
    const newestFirst = [...deployment.statuses].reverse();
    return paged(call, newestFirst, (status) =>
      deploymentStatusShape(call.hub, call.repository, deployment, status),
    );
  }),
  writes("deployments", "write", "POST", `${one}/statuses`, postStatus),
];

function deploymentOf({ repository, parameters }: RepositoryCall): Deployment {
  const deployment = repository.deployments.get(Number(parameters.id));
  if (!deployment) throw notFound();
  return deployment;
}

function listDeployments(call: RepositoryCall): Reply {
  const { hub, repository, query } = call;
  const found = [...repository.deployments.values()]
    .reverse()
    .filter(({ sha, ref, task, environment }) =>
      Object.entries({ sha, ref, task, environment }).every(
        ([name, value]) => (query.get(name) ?? value) === value,
      ),
    );
  return paged(call, found, (deployment) => deploymentShape(hub, repository, deployment));
}

async function postDeployment({ hub, repository, actor, body }: RepositoryCall): Promise<Reply> {
  const environment = body.optionalText("environment") ?? "production";
  const ref = body.text("ref");
  const made = await createDeployment(hub, repository, actor, {
    ref,
    task: body.optionalText("task") ?? "deploy",
    payload: body.raw("payload") ?? {},
    environment,
    description: limited(body.optionalText("description")) ?? null,
    transientEnvironment: body.flag("transient_environment", false),
    productionEnvironment: body.flag("production_environment", environment === "production"),
    autoMerge: body.flag("auto_merge", true),
    requiredContexts: body.texts("required_contexts"),
  });
  if ("merged" in made) {
    return {
      status: 202,
      body: { message: `Auto-merged ${repository.defaultBranch} into ${ref} on deployment.` },
    };
  }
  return { status: 201, body: deploymentShape(hub, repository, made.deployment) };
}

function postStatus(call: RepositoryCall): Reply {
  const { hub, repository, actor, body } = call;
  const deployment = deploymentOf(call);
  const states = ["error", "failure", "inactive", "in_progress", "queued", "pending", "success"] as const;
  const state = body.choice("state", states);
  if (state === undefined)
    throw new ApiError(422, 'Invalid request.\n\n"state" wasn\'t supplied.', { errors: [] });
  const status = createStatus(hub, repository, deployment, actor, {
    state,
    description: limited(body.optionalText("description")) ?? "",
    logUrl: body.optionalText("log_url") ?? body.optionalText("target_url") ?? "",
    environmentUrl: body.optionalText("environment_url") ?? "",
    environment: body.optionalText("environment"),
    autoInactive: body.flag("auto_inactive", true),
  });
  return { status: 201, body: deploymentStatusShape(hub, repository, deployment, status) };
}

function limited(description: string | undefined): string | undefined {
  if ((description ?? "").length > longestDescription) {
    throw new ApiError(422, "Validation Failed", {
      errors: [
        {
          resource: "DeploymentStatus",
          field: "description",
          code: "custom",
          message: `description is too long (maximum is ${longestDescription} characters)`,
        },
      ],
    });
  }
  return description;
}
