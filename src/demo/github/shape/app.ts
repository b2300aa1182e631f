import type { Hub, Installation } from "../state/hub.ts";
import { moment, momentOrNull, nodeId } from "./text.ts";
import { userShape } from "./user.ts";

export function appShape(hub: Hub) {
  const { app } = hub;
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId("A", app.id),
    owner: userShape(hub, app.owner),
    name: app.name,
    description: "",
    external_url: hub.url,
    html_url: `${hub.url}/apps/${app.slug}`,
    created_at: moment(app.createdAt),
    updated_at: moment(app.createdAt),
    permissions: app.permissions,
    events: app.events,
  };
}

export function installationShape(hub: Hub, installation: Installation) {
  const { account } = installation;
  return {
    id: installation.id,
    account: userShape(hub, account),
    repository_selection: "selected",
    access_tokens_url: `${hub.apiUrl}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${hub.apiUrl}/installation/repositories`,
    html_url: `${hub.url}/settings/installations/${installation.id}`,
    app_id: hub.app.id,
    app_slug: hub.app.slug,
    target_id: account.id,
    target_type: account.type === "Organization" ? "Organization" : "User",
    permissions: hub.app.permissions,
    events: hub.app.events,
    created_at: moment(installation.createdAt),
    updated_at: moment(installation.createdAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspendedAt === undefined ? null : userShape(hub, account),
    suspended_at: momentOrNull(installation.suspendedAt),
  };
}
