import { repositoriesOf } from "../../act/installations.ts";
import { ApiError, notFound } from "../../api-error.ts";
import type { Level, Permissions } from "../../options.ts";
import { appShape, installationShape } from "../../shape/app.ts";
import { repositoryShape } from "../../shape/repository.ts";
import { moment } from "../../shape/text.ts";
import { userShape } from "../../shape/user.ts";
import type { Hub, Installation } from "../../state/hub.ts";
import { paged } from "../paging.ts";
import { type Call, general, type Reply, type Route } from "../route.ts";

export const appRoutes: readonly Route[] = [
  general("app", "GET", "/app", ({ hub }) => ({
    body: { ...appShape(hub), installations_count: hub.installations.size },
  })),
  general("app", "GET", "/app/installations", (call) =>
    paged(call, [...call.hub.installations.values()], (one) => installationShape(call.hub, one)),
  ),
  general("app", "GET", "/app/installations/:id", (call) => ({
    body: installationShape(call.hub, installationOf(call)),
  })),
  general("app", "POST", "/app/installations/:id/access_tokens", createToken),
  general("installation", "GET", "/installation/repositories", listRepositories),
  general("person", "GET", "/user", ({ hub, actor }) => ({
    body: {
      ...userShape(hub, actor.account),
      name: actor.account.name,
      company: null,
      blog: null,
      location: null,
      email: actor.account.email,
      hireable: null,
      bio: null,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      created_at: moment(hub.app.createdAt),
      updated_at: moment(hub.app.createdAt),
    },
  })),
  {
    method: "GET",
    path: "/repos/:owner/:repo/installation",
    kind: "general",
    who: "app",
    handle: ({ hub, parameters }) => {
      const repository = hub.repositories.get(`${parameters.owner}/${parameters.repo}`.toLowerCase());
      const installation = repository && hub.installationOn(repository);
      if (!installation) throw notFound();
      return { body: installationShape(hub, installation) };
    },
  },
];

function installationOf({ hub, parameters }: Call): Installation {
  const installation = [...hub.installations.values()].find(({ id }) => String(id) === parameters.id);
  if (!installation) throw notFound();
  return installation;
}

function createToken(call: Call): Reply {
  const { hub, body } = call;
  const installation = installationOf(call);
  if (installation.suspendedAt !== undefined) throw new ApiError(403, "This installation has been suspended");
  const permissions = narrowedPermissions(hub, body.raw("permissions"));
  const names = body.texts("repositories");
  const ids = body.numbers("repository_ids");
  const all = repositoriesOf(hub, installation.account.id);
  const narrowed =
    names === undefined && ids === undefined
      ? undefined
      : all.filter(({ name, id }) => names?.includes(name) || ids?.includes(id));
  if (narrowed && narrowed.length < new Set([...(names ?? []), ...(ids ?? [])]).size) {
    throw new ApiError(
      422,
      "There is at least one repository that does not exist or is not accessible to the parent installation.",
    );
  }
  const token = call.tokens.issue(
    installation,
    permissions,
    narrowed && new Set(narrowed.map(({ id }) => id)),
  );
  return {
    status: 201,
    body: {
      token: token.token,
      expires_at: moment(token.expiresAt),
      permissions,
      repository_selection: "selected",
      ...(narrowed ? { repositories: narrowed.map((one) => repositoryShape(hub, one)) } : {}),
    },
  };
}

function narrowedPermissions(hub: Hub, asked: unknown): Permissions {
  if (typeof asked !== "object" || asked === null) return hub.app.permissions;
  for (const [name, level] of Object.entries(asked)) {
    const granted = hub.app.permissions[name];
    if (granted === undefined || (level === "write" && granted === "read")) {
      throw new ApiError(422, "The permissions requested are not granted to this installation.");
    }
  }
  return { metadata: "read", ...(asked as Record<string, Level>) };
}

function listRepositories(call: Call): Reply {
  const { hub, caller } = call;
  if (caller.kind !== "installation") throw notFound();
  const { installation, repositories } = caller.token;
  const covered = repositoriesOf(hub, installation.account.id).filter(
    ({ id }) => repositories?.has(id) ?? true,
  );
  return paged(
    call,
    covered,
    (one) => repositoryShape(hub, one),
    (page) => ({ total_count: covered.length, repository_selection: "selected", repositories: page }),
  );
}
