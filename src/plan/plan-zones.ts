import { sha256, stableJson } from "../base/index.ts";
import { countRecords } from "./counts.ts";
import { Pointers } from "./dependants.ts";
import { diffZones } from "./diff.ts";
import { exposureOf } from "./exposure.ts";
import type { Change, Plan, PlannedZone, ZonePlan } from "./plan.ts";

interface ZoneChange {
  readonly before: PlannedZone | undefined;
  readonly after: PlannedZone | undefined;
  readonly zone: string;
  readonly view: string;
  readonly changes: readonly Change[];
}

/** What turns the zones `before` into the zones `after`. A zone is the same where name and view are. */
export function planZones(before: readonly PlannedZone[], after: readonly PlannedZone[]): Plan {
  const changed = pairZones(before, after).filter(({ changes }) => changes.length > 0);
  const pointers = new Map<string, Pointers>();
  const pointersOf = (view: string): Pointers => {
    const known = pointers.get(view) ?? new Pointers(after.filter((zone) => zone.view === view));
    pointers.set(view, known);
    return known;
  };
  const zones = changed.map((change) => planZone(change, pointersOf));
  return { zones, digest: digestOf(zones), empty: zones.length === 0 };
}

function pairZones(before: readonly PlannedZone[], after: readonly PlannedZone[]): ZoneChange[] {
  const old = byNameAndView(before);
  const now = byNameAndView(after);
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.map((key) => {
    const was = old.get(key);
    const is = now.get(key);
    const known = (is ?? was)!;
    return {
      before: was,
      after: is,
      zone: known.zone.apex,
      view: known.view,
      changes: diffZones(was?.zone, is?.zone, known.serial),
    };
  });
}

function byNameAndView(zones: readonly PlannedZone[]): Map<string, PlannedZone> {
  return new Map(zones.map((zone) => [`${zone.zone.apex} ${zone.view}`, zone]));
}

function planZone(change: ZoneChange, pointersOf: (view: string) => Pointers): ZonePlan {
  const { before, after, zone, view, changes } = change;
  return {
    zone,
    view,
    state: !before ? "new" : !after ? "removed" : "changed",
    changes,
    counts: countRecords(changes),
    dependants: changes.some(({ op }) => op !== "add") ? pointersOf(view).dependantsOf(changes) : [],
    exposure: exposureOf(changes, before?.zone),
  };
}

function digestOf(zones: readonly ZonePlan[]): string {
  return sha256(stableJson(zones.map(({ zone, view, state, changes }) => ({ zone, view, state, changes }))));
}
