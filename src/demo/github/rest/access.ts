import { ApiError, notFound } from "../api-error.ts";
import type { Hub } from "../state/hub.ts";
import { mayWrite, type Repository } from "../state/repository.ts";
import type { Caller, InstallationToken } from "./caller.ts";
import type { Need, Who } from "./route.ts";

/** Throws the ApiError GitHub answers a caller with who may not use a route. */
export function assertWho(caller: Caller, who: Who): void {
  if (who === "anyone" || caller.kind === who) return;
  if (caller.kind === "nobody") throw new ApiError(401, "Requires authentication");
  throw who === "app"
    ? new ApiError(401, "A JSON web token could not be decoded")
    : new ApiError(403, "Resource not accessible by integration");
}

/** The repository of a path, if the caller may know of it and has what the route needs; throws ApiError 401, 403 or 404. */
export function accessRepository(hub: Hub, caller: Caller, fullName: string, need: Need): Repository {
  const repository = hub.repositories.get(fullName.toLowerCase());
  if (!repository) throw notFound();
  switch (caller.kind) {
    case "app":
      throw new ApiError(401, "Bad credentials");
    case "nobody":
      if (repository.private) throw notFound();
      if (need.level === "write") throw new ApiError(401, "Requires authentication");
      return repository;
    case "installation":
      assertToken(caller.token, repository, need);
      return repository;
    case "person": {
      const role = repository.roleOf(caller.account);
      if (role === "none") throw notFound();
      if (need.person === "app") throw new ApiError(403, "You must authenticate via a GitHub App.");
      if (need.person === "write" && need.level === "write" && !mayWrite(role)) {
        throw new ApiError(403, "Must have push access to repository");
      }
      return repository;
    }
  }
}

function assertToken(token: InstallationToken, repository: Repository, need: Need): void {
  const covered =
    repository.installed &&
    repository.owner.id === token.installation.account.id &&
    (token.repositories?.has(repository.id) ?? true);
  if (!covered && repository.private) throw notFound();
  if (!covered && need.level === "read") return;
  const enough = need.permissions.some((permission) => {
    const granted = permission === "metadata" ? "read" : token.permissions[permission];
    return granted === "write" || granted === need.level;
  });
  if (!covered || !enough) throw new ApiError(403, "Resource not accessible by integration");
}
