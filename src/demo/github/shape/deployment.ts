import type { Deployment, DeploymentStatus } from "../state/deployment.ts";
import type { Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import { appShape } from "./app.ts";
import { repositoryUrl } from "./repository.ts";
import { moment, nodeId } from "./text.ts";
import { userShape } from "./user.ts";

export function deploymentShape(hub: Hub, repository: Repository, deployment: Deployment) {
  const url = `${repositoryUrl(hub, repository)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId("DE", deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    creator: userShape(hub, deployment.creator),
    created_at: moment(deployment.createdAt),
    updated_at: moment(deployment.updatedAt),
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl(hub, repository),
    transient_environment: deployment.transientEnvironment,
    production_environment: deployment.productionEnvironment,
    performed_via_github_app: deployment.byApp ? appShape(hub) : null,
  };
}

export function deploymentStatusShape(
  hub: Hub,
  repository: Repository,
  deployment: Deployment,
  status: DeploymentStatus,
) {
  const url = `${repositoryUrl(hub, repository)}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId("DS", status.id),
    state: status.state,
    creator: userShape(hub, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: moment(status.createdAt),
    updated_at: moment(status.createdAt),
    deployment_url: url,
    repository_url: repositoryUrl(hub, repository),
    performed_via_github_app: status.byApp ? appShape(hub) : null,
  };
}
