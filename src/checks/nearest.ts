import { editDistance } from "../base/index.ts";
import { type Name, parentOf, type RRType, type Zone } from "../dns/index.ts";
import type { Nearest } from "./resolver.ts";

/** Owners compared; in a larger zone the first ones only. */
const MOST_COMPARED = 20_000;

/**
 * The record most like one that is not there: at the same name, else of the same type at the name spelled most
 * alike, else at the closest name above.
 */
export function nearestRecord(zone: Zone, name: Name, type: RRType): Nearest | undefined {
  return recordAt(zone, name, type) ?? recordAlike(zone, name, type) ?? recordAbove(zone, name, type);
}

function recordAt(zone: Zone, name: Name, type: RRType): Nearest | undefined {
  const row = zone.rows(name, type)[0] ?? zone.rows(name)[0];
  if (row === undefined) return undefined;
  return { name, type: zone.type(row), place: { ...zone.place(row), row, zone: zone.apex } };
}

function recordAlike(zone: Zone, name: Name, type: RRType): Nearest | undefined {
  let best: Name | undefined;
  let least = Math.ceil(name.length / 2);
  for (const owner of zone.owners().slice(0, MOST_COMPARED)) {
    const distance = editDistance(name, owner, least - 1);
    if (distance >= least || zone.rows(owner, type).length === 0) continue;
    best = owner;
    least = distance;
  }
  return best && recordAt(zone, best, type);
}

function recordAbove(zone: Zone, name: Name, type: RRType): Nearest | undefined {
  for (let above = parentOf(name); above !== undefined; above = parentOf(above)) {
    const found = recordAt(zone, above, type);
    if (found || above === zone.apex) return found;
  }
  return undefined;
}
