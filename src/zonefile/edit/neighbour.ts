import { isAtOrBelow, type Name, nameKey, parentOf, type RRType, type Zone } from "../../dns/index.ts";

const DOLLAR = 0x24;

/** Whether a row stands in the file as a record of its own, not made by $GENERATE. */
export function isWritten(zone: Zone, row: number, file: string, octets: Uint8Array): boolean {
  const place = zone.place(row);
  return place.file === file && octets[place.offset] !== DOLLAR;
}

/** The rows after which a record may be added to the file, the best first: of its RRset, of its owner, of the nearest name. */
export function neighbours(
  zone: Zone,
  owner: Name,
  type: RRType,
  file: string,
  octets: Uint8Array,
): number[] {
  const isUsable = (row: number) => isWritten(zone, row, file, octets);
  const sameSet = zone.rows(owner, type).findLast(isUsable);
  const sameOwner = zone.rows(owner).findLast(isUsable);
  if (sameOwner !== undefined) return [...new Set([sameSet ?? sameOwner, sameOwner])];
  const found: number[] = [];
  const nearest = nearestRow(zone, nameKey(owner), isUsable);
  if (nearest !== undefined) found.push(nearest);
  for (let row = zone.size - 1; row >= 0; row--) {
    if (!isUsable(row)) continue;
    found.push(row);
    break;
  }
  return [...new Set(found)];
}

/** The last row of the owner that has most labels in common with the name, and among those the most letters. */
function nearestRow(zone: Zone, owner: Name, isUsable: (row: number) => boolean): number | undefined {
  let nearest: number | undefined;
  let [ancestor, letters] = [zone.apex, -1];
  let closest = ancestorBelow(owner, ancestor);
  for (let row = 0; row < zone.size; row++) {
    const name = zone.ownerKey(row);
    if (!isAtOrBelow(name, ancestor) || !isUsable(row)) continue;
    const before = ancestor;
    while (closest !== undefined && isAtOrBelow(name, closest)) {
      ancestor = closest;
      closest = ancestorBelow(owner, ancestor);
    }
    const common = name === ancestor ? 0 : commonStart(name, owner);
    if (ancestor === before && common < letters) continue;
    letters = common;
    nearest = row;
  }
  return nearest;
}

/** The name one label longer than `ancestor` that `name` is or is below; undefined for the ancestor itself. */
function ancestorBelow(name: Name, ancestor: Name): Name | undefined {
  for (let below: Name | undefined = name; below !== undefined; ) {
    const parent = parentOf(below);
    if (parent === ancestor) return below;
    below = parent;
  }
  return undefined;
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
