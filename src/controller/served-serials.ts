import type { ZoneStep } from "../deploy/index.ts";
import type { Deploying } from "./deploying.ts";

const QUERY_MS = 2_000;
const AT_ONCE = 100;

/**
 * The serials each zone's nameservers answer with now, before anything is published. A server that does not answer is
 * left out, and for the zones after those it was silent on it is not asked at all: it costs its time once.
 */
export async function servedSerials(
  { controller, target, signal }: Pick<Deploying, "controller" | "target" | "signal">,
  steps: readonly ZoneStep[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const zones = steps
    .filter(({ action, refused }) => action === "publish" && refused === undefined)
    .map(({ zone }) => zone);
  const serials = new Map<string, readonly number[]>();
  let servers = target.nameservers;
  for (let at = 0; at < zones.length; at += AT_ONCE) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(QUERY_MS)]);
    const answering = new Set<(typeof servers)[number]>();
    const ask = async (zone: string) => {
      const asked = servers.map(async (server) => {
        const serial = await controller.verifier.serial(server, zone, limit);
        if (!limit.aborted || serial !== undefined) answering.add(server);
        return serial;
      });
      const seen = await Promise.all(asked);
      serials.set(
        zone,
        seen.filter((serial) => serial !== undefined),
      );
    };
    await Promise.all(zones.slice(at, at + AT_ONCE).map(ask));
    signal.throwIfAborted();
    servers = servers.filter((server) => answering.has(server));
  }
  return serials;
}
