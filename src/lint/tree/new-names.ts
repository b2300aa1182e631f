import type { Zone } from "../../dns/index.ts";

/**
 * Where the highest name starts, of a name in wire form and those above it, that did not exist in a zone; undefined
 * where the name itself did. The name is in the zone.
 */
export function topmostNew(before: Zone, name: Uint8Array): number | undefined {
  const apexAt = name.length - before.apexWire.length;
  let found: number | undefined;
  for (let at = 0; at < apexAt && !before.existsWire(name, at); at += name[at]! + 1) found = at;
  return found;
}
