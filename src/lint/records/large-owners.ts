import type { Zone } from "../../dns/index.ts";

/** Octets of a record in an answer beside its data: a pointer to its owner, type, class, TTL and length. */
const overhead = 12;

/**
 * Owners, in wire form, with more than so many records, or whose records together have more than so many octets in an
 * answer. One pass; nothing is made for the others.
 */
export function* largeOwners(zone: Zone, records: number, octets: number): Generator<Uint8Array> {
  const { owner, names, rdataStart } = zone.columns;
  const counts = new Uint32Array(names.key.length);
  const sizes = new Uint32Array(names.key.length);
  const found = new Set<number>();
  for (let row = 0; row < owner.length; row += 1) {
    const key = names.key[owner[row]!]!;
    counts[key]! += 1;
    sizes[key]! += rdataStart[row + 1]! - rdataStart[row]! + overhead;
    if (counts[key]! > records || sizes[key]! > octets) found.add(key);
  }
  for (const key of found) yield names.octets.subarray(names.start[key], names.start[key + 1]);
}

/** The rows of each type at a name in wire form. */
export function setsAt(zone: Zone, name: Uint8Array): readonly (readonly number[])[] {
  return [...Map.groupBy(zone.rowsWire(name, 0), (row) => zone.type(row)).values()];
}

/** How many octets records have in an answer. */
export function octetsOf({ columns: { rdataStart } }: Zone, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + rdataStart[row + 1]! - rdataStart[row]! + overhead, 0);
}
