import { setTimeout as sleep } from "node:timers/promises";
import { advance, type DeploymentState, type Nameserver, serverChecks } from "../deploy/index.ts";
import { type CheckedServer, checkServers } from "./check-servers.ts";
import type { Deploying } from "./deploying.ts";

/** What fails is looked at once more after this long (milliseconds): a server in motion is not accused. */
const PAUSE_MS = 150;

/**
 * Runs the commit's checks against every nameserver that serves all of it, and judges the deployment. Whether there is
 * something to undo is for the state that comes of it to say.
 */
export async function verifyChecks(deploying: Deploying, from: DeploymentState): Promise<DeploymentState> {
  const { target, signal } = deploying;
  const servers = target.nameservers.filter((server) => servesAll(from, server));
  const first = servers.length === 0 ? [] : await runChecks(deploying, servers);
  const failing = first.filter(({ results }) => results.some(({ verdict }) => verdict === "fail"));
  if (failing.length > 0) await sleep(PAUSE_MS, undefined, { signal });
  const again =
    failing.length === 0
      ? []
      : await runChecks(
          deploying,
          failing.map(({ server }) => server),
        );
  const confirmed = new Map(again.map((one) => [one.server, one]));
  const checks = first
    .map((one) => confirmed.get(one.server) ?? one)
    .map(({ server, results, fault }) => serverChecks(server.name, results, fault));
  return advance(advance(from, { is: "checked", checks }), { is: "judged" });
}

function runChecks(
  { controller, commit, gateway, binding, signal }: Deploying,
  servers: readonly Nameserver[],
): Promise<readonly CheckedServer[]> {
  return checkServers(controller, { gateway, binding, signal }, { tree: commit.tree, servers, urgent: true });
}

/** Where the content is not there yet, or wrong, what its checks say is no news. */
function servesAll({ zones }: DeploymentState, { name, address, port }: Nameserver): boolean {
  return zones.every(({ results }) =>
    results.some(
      ({ server, verdict }) =>
        verdict === "ok" && server.name === name && server.address === address && server.port === port,
    ),
  );
}
