import { bindingAllows, type RepositoryBinding } from "../config/index.ts";
import type { Target, ZoneStep } from "../deploy/index.ts";
import { parseName } from "../dns/index.ts";
import type { EvaluatedZone, Evaluation } from "../evaluation/index.ts";
import type { Store, VersionRow } from "../store/index.ts";
import { readZoneText } from "../zonefile/index.ts";

/**
 * The zones of a commit that are not what the target was last given, those it no longer has, and those that an earlier
 * deployment `left` unconfirmed: they are asked about again. A zone with a structural error keeps what is served, and
 * says so.
 */
export async function planDeployment(
  store: Store,
  target: Target,
  binding: RepositoryBinding,
  evaluation: Evaluation,
  left: readonly ZoneStep[] = [],
): Promise<readonly ZoneStep[]> {
  const published = (await store.versions.current(target.id)).filter(
    (row) => !row.removed && bindingAllows(binding, parseName(row.zone), row.view),
  );
  const key = (zone: string, view: string) => `${zone} ${view}`;
  const before = new Map(published.map((row) => [key(row.zone, row.view), row]));
  const present = new Set(evaluation.zones.map((zone) => key(zone.name, zone.view)));
  const open = new Set(left.map((step) => key(step.zone, step.view)));
  const changed = evaluation.zones.filter(
    (zone) => open.has(key(zone.name, zone.view)) || isChanged(zone, before.get(key(zone.name, zone.view))),
  );
  const removed = published.filter((row) => !present.has(key(row.zone, row.view)));
  const stillLeaving = left.filter(
    (step) => step.action === "remove" && !present.has(key(step.zone, step.view)),
  );
  return [
    ...changed.map((zone) => publishStep(target, zone, before.get(key(zone.name, zone.view))?.serial)),
    ...removed.map((row) => removeStep(row.zone, row.view, row.serial)),
    ...stillLeaving.map((step) => removeStep(step.zone, step.view, step.serialBefore)),
  ];
}

function removeStep(zone: string, view: string, serialBefore: number | undefined): ZoneStep {
  return { zone, view, action: "remove", contentHash: "", serial: undefined, serialBefore, results: [] };
}

/** The serial is content only where the file decides it. */
function isChanged(zone: EvaluatedZone, published: VersionRow | undefined): boolean {
  if (published?.contentHash !== zone.contentHash) return true;
  if (zone.serial === "managed" || zone.text === undefined) return false;
  return readZoneText(zone.text, parseName(zone.name)).soa()?.serial !== published.serial;
}

function publishStep(target: Target, zone: EvaluatedZone, serialBefore: number | undefined): ZoneStep {
  const refused = whyNot(target, zone);
  return {
    zone: zone.name,
    view: zone.view,
    action: "publish",
    contentHash: zone.contentHash,
    serial: undefined,
    serialBefore,
    results: [],
    ...(refused === undefined ? {} : { refused }),
  };
}

/** Why nothing of a zone may be stored or published; undefined where it may. */
function whyNot(target: Target, { deployable, file, name, text }: EvaluatedZone): string | undefined {
  if (!deployable) return `${file} has a structural error; what is served stays`;
  const problems = text === undefined ? [] : target.audit(readZoneText(text, parseName(name)));
  return problems.length === 0
    ? undefined
    : `${target.id} cannot carry ${file} (${problems.join("; ")}); what is served stays`;
}
