import { type Name, nameFromWire, nameKey, nameToWire, type RRType } from "../dns/index.ts";
import { targetPlaces } from "./references.ts";
import type { World } from "./world.ts";
import type { LintZone } from "./zone.ts";

/** A record of some zone that points at a name. */
export interface Referrer {
  readonly zone: LintZone;
  readonly row: number;
  readonly type: RRType;
}

/** The names that a zone has on the base and no longer has, in key form. Nothing is made for those it keeps. */
export function removedNames({ zone, before, incomplete }: LintZone): readonly Name[] {
  if (!before || before.zone === zone || incomplete) return [];
  const { names, owner } = before.zone.columns;
  const seen = new Uint8Array(names.key.length);
  const removed: Name[] = [];
  for (const id of owner) {
    const key = names.key[id]!;
    if (seen[key] === 1) continue;
    seen[key] = 1;
    const wire = names.octets.subarray(names.start[key], names.start[key + 1]);
    if (!zone.existsWire(wire, 0)) removed.push(nameKey(nameFromWire(wire).name));
  }
  return removed;
}

/** Who points at names that any of the zones lost: by view and name. One pass over all zones, for `World.derived`. */
export function referrersOfRemoved({ zones }: World): ReadonlyMap<string, readonly Referrer[]> {
  const found = new Map<string, Referrer[]>();
  const shapes = new Set<number>();
  for (const zone of zones) {
    for (const name of removedNames(zone)) {
      found.set(referrerKey(name, zone.view), []);
      shapes.add(shapeOf(nameToWire(name), 0));
    }
  }
  for (const zone of zones) {
    if (found.size === 0) break;
    for (let row = 0; row < zone.zone.size; row += 1) {
      const type = zone.zone.type(row);
      const place = targetPlaces.get(type);
      if (!place) continue;
      const rdata = zone.zone.rdata(row);
      if (!shapes.has(shapeOf(rdata, place.offset))) continue;
      const target = nameFromWire(rdata, place.offset).name;
      found.get(referrerKey(target, zone.view))?.push({ zone, row, type });
    }
  }
  return found;
}

export function referrerKey(name: Name, view: string): string {
  return `${nameKey(name)} ${view}`;
}

/** A number that tells most names apart without making strings: of the length and the ends of the first label. */
function shapeOf(octets: Uint8Array, from: number): number {
  const length = octets.length - from;
  const label = octets[from]!;
  return (length << 22) | (label << 16) | ((octets[from + 1]! & 0xdf) << 8) | (octets[from + label]! & 0xdf);
}
