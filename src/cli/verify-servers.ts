import { existsSync } from "node:fs";
import { silentLog, systemClock, UsageError } from "../base/index.ts";
import { bindingAllows, type Places } from "../config/index.ts";
import type { Name } from "../dns/index.ts";
import { type Endpoint, formatEndpoint } from "../net/index.ts";
import { targetKinds } from "../targets/index.ts";
import { readPlaces } from "./operator-config.ts";
import { readServer } from "./server-option.ts";

/** A nameserver to ask, and the views whose answers it gives. */
export interface ServerToVerify extends Endpoint {
  /** As people know it: "ns1 (192.0.2.1#53)". */
  readonly label: string;
  readonly views: readonly string[];
}

/** A zone of the tree that is verified. */
export interface ZoneToVerify {
  readonly name: Name;
  readonly view: string;
}

export interface ServerChoice {
  readonly servers: readonly string[];
  readonly config?: string | undefined;
  readonly view?: string | undefined;
}

const OPERATOR_CONFIG = "zonewright.yml";

/** The nameservers named, or else those of the operator's targets that zones of the tree go to. Throws UsageError. */
export async function serversToVerify(
  { servers, config, view }: ServerChoice,
  zones: readonly ZoneToVerify[],
): Promise<readonly ServerToVerify[]> {
  if (servers.length > 0) {
    const views = viewsFor(view, zones);
    const endpoints = await Promise.all(servers.map((server) => readServer("--server", server)));
    return endpoints.map((at, index) => ({ ...at, label: labelOf(servers[index]!, at), views }));
  }
  const file = config ?? (existsSync(OPERATOR_CONFIG) ? OPERATOR_CONFIG : undefined);
  if (file === undefined)
    throw new UsageError(
      "verifying",
      "it needs to know which nameservers to ask",
      "give --server NAME[#PORT], or --config with the operator's config",
    );
  const found = serversOf(await readPlaces(file), zones, view);
  if (found.length > 0) return found;
  throw new UsageError(
    `choosing the nameservers from ${file}`,
    "it lets no repository deploy a zone of this tree",
    "name nameservers with --server",
  );
}

/** One server answers for one view: where there are more, somebody has to say which. */
function viewsFor(view: string | undefined, zones: readonly ZoneToVerify[]): readonly string[] {
  const known = [...new Set(zones.map((zone) => zone.view))];
  if (view === undefined && known.length <= 1) return known;
  const all = known.join(", ");
  if (view === undefined)
    throw new UsageError("verifying", `the zones are of several views (${all})`, "say with --view which one");
  if (known.includes(view)) return [view];
  throw new UsageError(`reading --view ${view}`, `there is no zone of this view; there are ${all}`);
}

function serversOf(
  { repositories, targets }: Places,
  zones: readonly ZoneToVerify[],
  view: string | undefined,
): readonly ServerToVerify[] {
  const found = new Map<string, ServerToVerify>();
  for (const binding of repositories) {
    const views = view === undefined ? binding.views : binding.views.filter((one) => one === view);
    const { kind = "", ...options } = targets[binding.target] ?? {};
    const allowed = zones.some(
      (zone) => views.includes(zone.view) && bindingAllows(binding, zone.name, zone.view),
    );
    const opener = targetKinds.find((candidate) => candidate.kind === kind);
    if (!allowed || !opener) continue;
    const deps = { log: silentLog, clock: systemClock };
    for (const { name, address, port } of opener.open(binding.target, opener.options.parse(options), deps)
      .nameservers) {
      const server = { address, port, label: labelOf(name, { address, port }), views };
      found.set(JSON.stringify([server.label, views]), server);
    }
  }
  return [...found.values()];
}

function labelOf(name: string, at: Endpoint): string {
  const endpoint = formatEndpoint(at);
  return name === endpoint || name === at.address ? endpoint : `${name} (${endpoint})`;
}
