import type { Name, Zone } from "../../dns/index.ts";
import { lower } from "./octets.ts";

/**
 * Where the zone's apex starts in the name that stands in `octets` from `from` to their end, in uncompressed wire form;
 * -1 for a name that is not at or below it.
 */
export function apexIn({ apexWire }: Zone, octets: Uint8Array, from: number): number {
  const apexAt = octets.length - apexWire.length;
  let at = from;
  while (at < apexAt) at += octets[at]! + 1;
  return at === apexAt && standsAt(apexWire, apexWire.length, octets, at) ? at : -1;
}

/**
 * Whether the name with this id, which ends in the zone's apex, has the apex in it once more before that, and is long
 * enough for both.
 */
export function hasApexTwice({ apexWire, columns: { names } }: Zone, id: number): boolean {
  const { octets, start } = names;
  const labels = apexWire.length - 1;
  const apexAt = start[id + 1]! - apexWire.length;
  if (labels === 0 || apexAt - start[id]! < labels) return false;
  for (let at = start[id]!; at < apexAt; at += octets[at]! + 1) {
    if (standsAt(apexWire, labels, octets, at)) return true;
  }
  return false;
}

/** Whether the name that ends at octet `end` ends in the zone's apex written twice. */
export function endsInApexTwice({ apexWire }: Zone, octets: Uint8Array, from: number, end: number): boolean {
  const labels = apexWire.length - 1;
  const second = end - apexWire.length;
  const first = second - labels;
  // The first of the two is nearly never there, the second nearly always.
  if (first < from || !standsAt(apexWire, labels, octets, first)) return false;
  if (!standsAt(apexWire, apexWire.length, octets, second)) return false;
  let at = from;
  while (at < first) at += octets[at]! + 1;
  return at === first;
}

/** Whether the first `length` octets of `name`, in lower case, stand at `at`. Label lengths are below 64: no letters. */
function standsAt(name: Uint8Array, length: number, octets: Uint8Array, at: number): boolean {
  for (let i = 0; i < length; i += 1) {
    if (lower(octets[at + i]!) !== name[i]) return false;
  }
  return true;
}

/** Owners, in key form, that have the zone's apex in them once more than at their end; in file order. */
export function ownersWithApexTwice(zone: Zone): Name[] {
  const { owner, names } = zone.columns;
  const seen = new Uint8Array(names.key.length);
  const found: Name[] = [];
  for (let row = 0; row < zone.size; row += 1) {
    const key = names.key[owner[row]!]!;
    if (seen[key] === 1) continue;
    seen[key] = 1;
    if (hasApexTwice(zone, key)) found.push(zone.ownerKey(row));
  }
  return found;
}
