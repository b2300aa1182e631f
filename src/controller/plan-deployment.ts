import { bindingAllows, type RepositoryBinding } from "../config/index.ts";
import type { Target, ZoneStep } from "../deploy/index.ts";
import { parseName } from "../dns/index.ts";
import type { EvaluatedZone, Evaluation } from "../evaluation/index.ts";
import type { Store } from "../store/index.ts";

/**
 * The zones of a commit that are not what the target was last given, and those it no longer has. A zone with a
 * structural error keeps what is served, and says so.
 */
export async function planDeployment(
  store: Store,
  target: Target,
  binding: RepositoryBinding,
  evaluation: Evaluation,
): Promise<readonly ZoneStep[]> {
  const published = (await store.versions.current(target.id)).filter(
    (row) => !row.removed && bindingAllows(binding, parseName(row.zone), row.view),
  );
  const key = (zone: string, view: string) => `${zone} ${view}`;
  const before = new Map(published.map((row) => [key(row.zone, row.view), row]));
  const present = new Set(evaluation.zones.map((zone) => key(zone.name, zone.view)));
  const changed = evaluation.zones.filter(
    (zone) => before.get(key(zone.name, zone.view))?.contentHash !== zone.contentHash,
  );
  const removed = published.filter((row) => !present.has(key(row.zone, row.view)));
  return [
    ...changed.map((zone) => publishStep(zone, before.get(key(zone.name, zone.view))?.serial)),
    ...removed.map(
      (row): ZoneStep => ({
        zone: row.zone,
        view: row.view,
        action: "remove",
        contentHash: "",
        serial: undefined,
        serialBefore: row.serial,
        results: [],
      }),
    ),
  ];
}

function publishStep(zone: EvaluatedZone, serialBefore: number | undefined): ZoneStep {
  return {
    zone: zone.name,
    view: zone.view,
    action: "publish",
    contentHash: zone.contentHash,
    serial: undefined,
    serialBefore,
    results: [],
    ...(zone.deployable ? {} : { refused: `${zone.file} has a structural error; what is served stays` }),
  };
}
