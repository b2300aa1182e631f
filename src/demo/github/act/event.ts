import { repositoryShape } from "../shape/repository.ts";
import { nodeId } from "../shape/text.ts";
import { userShape } from "../shape/user.ts";
import type { Account } from "../state/account.ts";
import type { Hub, Installation } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";

/** Events every App gets without asking for them. */
const unasked = new Set(["check_run", "installation", "installation_repositories"]);

/** Sends the App a webhook about a repository, if it is installed there, not suspended and subscribed. */
export function emit(
  hub: Hub,
  repository: Repository,
  event: string,
  action: string | undefined,
  fields: Readonly<Record<string, unknown>>,
  sender: Account,
): void {
  const installation = hub.installationOn(repository);
  if (!installation || installation.suspendedAt !== undefined) return;
  if (!unasked.has(event) && !hub.app.events.includes(event)) return;
  hub.webhooks.emit({
    event,
    action,
    installationId: installation.id,
    repositoryId: repository.id,
    payload: {
      ...(action === undefined ? {} : { action }),
      ...fields,
      repository: { ...repositoryShape(hub, repository), ...(fields.repository as object | undefined) },
      ...organizationOf(hub, repository.owner),
      sender: userShape(hub, sender),
      installation: installationReference(installation),
    },
  });
}

function installationReference(installation: Installation): { id: number; node_id: string } {
  return { id: installation.id, node_id: nodeId("IN", installation.id) };
}

function organizationOf(hub: Hub, owner: Account): Record<string, unknown> {
  if (owner.type !== "Organization") return {};
  const url = `${hub.apiUrl}/orgs/${owner.login}`;
  return {
    organization: {
      login: owner.login,
      id: owner.id,
      node_id: nodeId("O", owner.id),
      url,
      repos_url: `${url}/repos`,
      events_url: `${url}/events`,
      hooks_url: `${url}/hooks`,
      issues_url: `${url}/issues`,
      members_url: `${url}/members{/member}`,
      public_members_url: `${url}/public_members{/member}`,
      avatar_url: `${hub.url}/avatars/${owner.id}`,
      description: "",
    },
  };
}
