import { createHash } from "node:crypto";
import { compareOctets, type RRType, TYPE, type Zone } from "../../dns/index.ts";
import { apexIn } from "../tree/index.ts";
import { lowerWire, ownerWire } from "./nodes.ts";
import { coveredType } from "./signature.ts";
import { canonicalSet, HEAD, writeHead } from "./signed-octets.ts";

/** Scheme and hash algorithms of RFC 8976 §5. */
export const SIMPLE = 1;
export const zoneHashes: ReadonlyMap<number, string> = new Map([
  [1, "sha384"],
  [2, "sha512"],
]);

/** So many octets go to the hash at once. */
const CHUNK = 65_536;

/**
 * The digest of a zone by the scheme SIMPLE (RFC 8976 §3.3.1): of all its records in canonical form and order but the
 * ZONEMD records of the apex and their signatures.
 *
 * @param hash one of `zoneHashes`
 */
export function zoneDigest(zone: Zone, hash: string): Uint8Array {
  const digest = createHash(hash);
  let chunk = Buffer.allocUnsafe(CHUNK);
  let filled = 0;
  const apexKeys = new Set(zone.rowsWire(zone.apexWire, 0).map((row) => keyOf(zone, row)));
  let key = -1;
  let owner: Uint8Array = new Uint8Array();
  for (const rows of zone.rowSets()) {
    const first = rows[0]!;
    if (keyOf(zone, first) !== key) {
      key = keyOf(zone, first);
      owner = lowerWire(ownerWire(zone, key));
    }
    if (apexIn(zone, owner, 0) < 0) continue;
    const type = zone.type(first);
    const counted = apexKeys.has(key) ? rows.filter((row) => !isAboutDigest(zone, row)) : rows;
    if (counted.length === 0) continue;
    for (const { data, ttl } of canonicalRecords(zone, type, counted)) {
      const needed = owner.length + HEAD + data.length;
      if (filled + needed > chunk.length) {
        digest.update(chunk.subarray(0, filled));
        filled = 0;
        if (needed > chunk.length) chunk = Buffer.allocUnsafe(needed);
      }
      filled = writeHead(chunk, filled, { owner, type, ttl, length: data.length });
      chunk.set(data, filled);
      filled += data.length;
    }
  }
  return digest.update(chunk.subarray(0, filled)).digest();
}

function isAboutDigest(zone: Zone, row: number): boolean {
  const type = zone.type(row);
  return type === TYPE.ZONEMD || (type === TYPE.RRSIG && coveredType(zone, row) === TYPE.ZONEMD);
}

/** Signatures have each the TTL of what they cover (RFC 4034 §3); all other sets have one. */
function canonicalRecords(
  zone: Zone,
  type: RRType,
  rows: readonly number[],
): readonly { readonly data: Uint8Array; readonly ttl: number }[] {
  const ofTtl =
    type === TYPE.RRSIG ? Map.groupBy(rows, (row) => zone.ttl(row)) : [[zone.ttl(rows[0]!), rows] as const];
  const records = Array.from(ofTtl, ([ttl, same]) =>
    canonicalSet(zone, type, same).map((data) => ({ data, ttl })),
  ).flat();
  return records.sort((a, b) => compareOctets(a.data, b.data));
}

function keyOf({ columns: { owner, names } }: Zone, row: number): number {
  return names.key[owner[row]!]!;
}
