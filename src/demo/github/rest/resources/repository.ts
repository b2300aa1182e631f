import { notFound } from "../../api-error.ts";
import type { Role } from "../../options.ts";
import { commitShape } from "../../shape/commit.ts";
import { fullRepositoryShape, repositoryPage, repositoryUrl } from "../../shape/repository.ts";
import { userShape } from "../../shape/user.ts";
import { paged } from "../paging.ts";
import { type Reply, type RepositoryCall, type Route, reads } from "../route.ts";

export const repositoryRoutes: readonly Route[] = [
  reads("metadata", "", ({ hub, repository }) => ({ body: fullRepositoryShape(hub, repository) })),
  reads("contents", "/branches/:branch+", getBranch),
  reads("metadata", "/collaborators/:login/permission", getPermission),
  reads("metadata", "/rules/branches/:branch+", (call) => {
    const rules = call.repository.rules[call.parameters.branch!] ?? [];
    return paged(call, rules, (rule) => ({
      ...rule,
      ruleset_source_type: "Repository",
      ruleset_source: call.repository.fullName,
      ruleset_id: 1,
    }));
  }),
];

async function getBranch({ hub, repository, parameters }: RepositoryCall): Promise<Reply> {
  const name = parameters.branch!;
  const tip = repository.branch(name);
  if (tip === undefined) throw notFound();
  const url = `${repositoryUrl(hub, repository)}/branches/${name}`;
  return {
    body: {
      name,
      commit: commitShape(hub, repository, await repository.objects.commitAt(tip)),
      _links: { self: url, html: `${repositoryPage(hub, repository)}/tree/${name}` },
      protected: (repository.rules[name] ?? []).length > 0,
      protection: {
        enabled: false,
        required_status_checks: { enforcement_level: "off", contexts: [], checks: [] },
      },
      protection_url: `${url}/protection`,
    },
  };
}

/** The coarse permission that a role shows as; role_name tells the role itself. */
const permissionOf: Readonly<Record<Role, "admin" | "write" | "read" | "none">> = {
  admin: "admin",
  maintain: "write",
  write: "write",
  triage: "read",
  read: "read",
  none: "none",
};

const ranks: readonly Role[] = ["read", "triage", "write", "maintain", "admin"];

function getPermission({ hub, repository, parameters }: RepositoryCall): Reply {
  const account = hub.accounts.get(parameters.login!.toLowerCase());
  if (!account) throw notFound();
  const role = repository.roleOf(account);
  const has = (least: Role) => ranks.indexOf(role) >= ranks.indexOf(least);
  return {
    body: {
      permission: permissionOf[role],
      role_name: role,
      user: {
        ...userShape(hub, account),
        role_name: role,
        permissions: {
          pull: has("read"),
          triage: has("triage"),
          push: has("write"),
          maintain: has("maintain"),
          admin: has("admin"),
        },
      },
    },
  };
}
