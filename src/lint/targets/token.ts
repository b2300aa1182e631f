import type { Name, Zone } from "../dns/index.ts";
import type { Token } from "../zonefile/index.ts";
import { targetPlaces } from "./references.ts";
import { hasApexTwice } from "./wire-names.ts";
import type { LintZone } from "./zone.ts";

/** The target as written; undefined where it is not written as a name (RFC 3597 form), or the text is not at hand. */
export function targetTokenOf(zone: LintZone, row: number): Token | undefined {
  const rdata = zone.tokens(row)?.rdata;
  const index = targetPlaces.get(zone.zone.type(row))?.token;
  return index === undefined || rdata?.[0]?.text === "\\#" ? undefined : rdata?.[index];
}

/**
 * Rows of each owner and type that has more than one record, of those owners whose records do not all have one TTL:
 * nothing is made for the many that do.
 */
export function setsOfSeveralTtls({ columns, size }: Zone): readonly (readonly number[])[] {
  const { owner, type, ttl, names } = columns;
  const state = new Uint8Array(names.key.length);
  const first = new Uint32Array(names.key.length);
  let several = false;
  for (let row = 0; row < size; row += 1) {
    const key = names.key[owner[row]!]!;
    if (state[key] === NO_TTL) {
      state[key] = ONE_TTL;
      first[key] = ttl[row]!;
    } else if (first[key] !== ttl[row]) {
      state[key] = SEVERAL_TTLS;
      several = true;
    }
  }
  const sets = new Map<number, number[]>();
  for (let row = 0; row < size && several; row += 1) {
    const key = names.key[owner[row]!]!;
    if (state[key] !== SEVERAL_TTLS) continue;
    const set = key * 0x10000 + type[row]!;
    const rows = sets.get(set);
    if (rows) rows.push(row);
    else sets.set(set, [row]);
  }
  return [...sets.values()].filter((rows) => rows.length > 1);
}

const NO_TTL = 0;
const ONE_TTL = 1;
const SEVERAL_TTLS = 2;

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

/** `line 12`, or `zones/hosts.inc line 12` for a record in another file than the one spoken of. */
export function placeText(zone: Zone, row: number, spokenOf: number): string {
  const { file, line } = zone.place(row);
  return file === zone.place(spokenOf).file ? `line ${line}` : `${file} line ${line}`;
}
