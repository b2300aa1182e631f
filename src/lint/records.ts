import type { Name, RRType, Zone } from "../dns/index.ts";
import type { Token } from "../zonefile/index.ts";
import { targetPlaces } from "./references.ts";
import type { LintZone } from "./zone.ts";

/** The target as written; undefined where it is not written as a name (RFC 3597 form), or the text is not at hand. */
export function targetTokenOf(zone: LintZone, row: number): Token | undefined {
  const rdata = zone.tokens(row)?.rdata;
  const index = targetPlaces.get(zone.zone.type(row))?.token;
  return index === undefined || rdata?.[0]?.text === "\\#" ? undefined : rdata?.[index];
}

/** Rows of each owner and type that has more than one record; no objects are made for the many that have one. */
export function sharedSets({ columns, size }: Zone): Iterable<readonly number[]> {
  const { owner, type, names } = columns;
  const counts = new Uint32Array(names.key.length);
  for (let row = 0; row < size; row += 1) counts[names.key[owner[row]!]!]! += 1;
  const sets = new Map<number, number[]>();
  for (let row = 0; row < size; row += 1) {
    const key = names.key[owner[row]!]!;
    if (counts[key]! < 2) continue;
    const set = key * 0x10000 + type[row]!;
    const rows = sets.get(set);
    if (rows) rows.push(row);
    else sets.set(set, [row]);
  }
  return [...sets.values()].filter((rows) => rows.length > 1);
}

/** Owners, in key form, of records of one type, in file order. */
export function ownersOf(zone: Zone, type: RRType): Set<Name> {
  const owners = new Set<Name>();
  for (let row = 0; row < zone.size; row += 1) if (zone.type(row) === type) owners.add(zone.ownerKey(row));
  return owners;
}

/** Owners, in key form, whose names have at least so many octets in wire form. */
export function* longOwners(zone: Zone, octets: number): Generator<Name> {
  const { owner, names } = zone.columns;
  const seen = new Uint8Array(names.key.length);
  for (let row = 0; row < zone.size; row += 1) {
    const key = names.key[owner[row]!]!;
    if (seen[key] === 1) continue;
    seen[key] = 1;
    if (names.start[key + 1]! - names.start[key]! >= octets) yield zone.ownerKey(row);
  }
}

/** `line 12`, or `zones/hosts.inc line 12` for a record in another file than the one spoken of. */
export function placeText(zone: Zone, row: number, spokenOf: number): string {
  const { file, line } = zone.place(row);
  return file === zone.place(spokenOf).file ? `line ${line}` : `${file} line ${line}`;
}
