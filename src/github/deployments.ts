import { z } from "zod";
import { created, isOurs, madeBy, numericId } from "./answers.ts";
import { cutLine } from "./cut.ts";
import type { RepositoryGateway } from "./gateway.ts";
import type { RepositoryCalls } from "./repository-calls.ts";

type Deployments = Pick<
  RepositoryGateway,
  "createDeployment" | "findDeployment" | "createDeploymentStatus" | "deploymentStatuses"
>;

const LONGEST_DESCRIPTION = 140;

export function deployments({ calls, where, name, own }: RepositoryCalls): Deployments {
  return {
    createDeployment: ({ sha, environment, key, description }) =>
      calls.write(
        `creating the deployment of ${sha} to ${environment} in ${name}`,
        (octokit, options) =>
          octokit.rest.repos.createDeployment({
            ...where,
            ref: sha,
            environment,
            description: cutLine(description, LONGEST_DESCRIPTION),
            payload: { key },
            production_environment: true,
            // Without these two GitHub may merge the default branch instead, or refuse over unrelated checks.
            auto_merge: false,
            required_contexts: [],
            ...options,
          }),
        created,
      ),

    async findDeployment(sha, environment, key) {
      const app = await own();
      const all = await calls.pages(
        `looking for the deployment of ${sha} to ${environment} in ${name}`,
        (page) => (octokit, options) =>
          octokit.rest.repos.listDeployments({ ...where, sha, environment, ...page, ...options }),
        z.array(deployment),
      );
      const ours = all.find((one) => isOurs(one, app) && one.payload?.key === key);
      return ours && { id: ours.id };
    },

    createDeploymentStatus: (id, { state, description, logUrl, environmentUrl }) =>
      calls.write(
        `setting deployment ${id} of ${name} to ${state}`,
        (octokit, options) =>
          octokit.rest.repos.createDeploymentStatus({
            ...where,
            deployment_id: id,
            state,
            description: cutLine(description, LONGEST_DESCRIPTION),
            ...(logUrl !== undefined && { log_url: logUrl }),
            ...(environmentUrl !== undefined && { environment_url: environmentUrl }),
            ...options,
          }),
        created,
      ),

    async deploymentStatuses(id) {
      const statuses = await calls.pages(
        `listing the statuses of deployment ${id} in ${name}`,
        (page) => (octokit, options) =>
          octokit.rest.repos.listDeploymentStatuses({ ...where, deployment_id: id, ...page, ...options }),
        z.array(z.object({ id: numericId, state: z.string(), description: z.string() })),
      );
      return statuses.toSorted((a, b) => b.id - a.id);
    },
  };
}

const ourPayload = z.object({ key: z.string() });

/** GitHub gives the payload back as an object or as the JSON text of one. */
const payload = z.unknown().transform((value) => {
  if (typeof value !== "string") return ourPayload.safeParse(value).data;
  try {
    return ourPayload.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
});

const deployment = z.object({ id: numericId, payload, ...madeBy.shape });
