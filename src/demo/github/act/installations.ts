import { installationShape } from "../shape/app.ts";
import { nodeId } from "../shape/text.ts";
import { userShape } from "../shape/user.ts";
import type { Hub, Installation } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";

/** Installs the App on a repository, or takes it off: an installation begins with its account's first and ends with the last. */
export function setInstalled(hub: Hub, repository: Repository, installed: boolean): void {
  if (repository.installed === installed) return;
  const others = repositoriesOf(hub, repository.owner.id);
  repository.installed = installed;
  const present = hub.installations.get(repository.owner.id);
  const entry = repositoryEntry(repository);
  if (installed && !present) {
    const created = {
      id: hub.nextId(),
      account: repository.owner,
      createdAt: hub.clock.now(),
      suspendedAt: undefined,
    };
    hub.installations.set(repository.owner.id, created);
    emitInstallation(hub, created, "installation", "created", { repositories: [entry] });
  } else if (present && !installed && others.length === 1) {
    hub.installations.delete(repository.owner.id);
    emitInstallation(hub, present, "installation", "deleted", { repositories: [entry] });
  } else if (present) {
    emitInstallation(hub, present, "installation_repositories", installed ? "added" : "removed", {
      repository_selection: "selected",
      repositories_added: installed ? [entry] : [],
      repositories_removed: installed ? [] : [entry],
      requester: null,
    });
  }
}

export function setSuspended(hub: Hub, installation: Installation, suspended: boolean): void {
  if ((installation.suspendedAt !== undefined) === suspended) return;
  installation.suspendedAt = suspended ? hub.clock.now() : undefined;
  emitInstallation(hub, installation, "installation", suspended ? "suspend" : "unsuspend", {});
}

/** The repositories of an account that the App is installed on. */
export function repositoriesOf(hub: Hub, accountId: number): Repository[] {
  return [...hub.repositories.values()].filter(({ installed, owner }) => installed && owner.id === accountId);
}

function repositoryEntry(repository: Repository) {
  return {
    id: repository.id,
    node_id: nodeId("R", repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
  };
}

function emitInstallation(
  hub: Hub,
  installation: Installation,
  event: "installation" | "installation_repositories",
  action: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  hub.webhooks.emit({
    event,
    action,
    installationId: installation.id,
    repositoryId: undefined,
    payload: {
      action,
      installation: installationShape(hub, installation),
      ...fields,
      sender: userShape(hub, installation.account),
    },
  });
}
