import { TYPE, type Zone } from "../../dns/index.ts";
import type { Token } from "../../zonefile/index.ts";
import type { LintZone } from "../zone.ts";

/** So many records are looked at for a TTL of their own: a zone with more has them from one $TTL. */
const looks = 1000;

/** A record whose TTL is to be spoken of. */
export interface TtlPlace {
  readonly row: number;
  readonly ttl: number;
  /** The TTL as written at the record; undefined where it comes from $TTL or the record before. */
  readonly token: Token | undefined;
}

/**
 * The records with a TTL that is odd: each one where it is written, and of those that take theirs from $TTL the first
 * of each TTL and file. NSEC3PARAM does not count: nobody but the zone's own servers reads it, and signers give it 0
 * (RFC 5155 §4).
 */
export function* oddTtls(lintZone: LintZone, isOdd: (ttl: number) => boolean): Generator<TtlPlace> {
  const { ttl, place } = lintZone.zone.columns;
  const told = new Set<number>();
  let looked = 0;
  for (let row = 0; row < ttl.length; row += 1) {
    const seconds = ttl[row]!;
    if (!isOdd(seconds) || isForServers(lintZone.zone, row)) continue;
    const set = place.file[row]! * 2 ** 32 + seconds;
    if (looked >= looks && told.has(set)) continue;
    looked += 1;
    const token = lintZone.tokens(row)?.ttl;
    if (token === undefined && told.has(set)) continue;
    if (token === undefined || looked >= looks) told.add(set);
    yield { row, ttl: seconds, token };
  }
}

/** Whether a record is NSEC3PARAM, or its signature. */
function isForServers(zone: Zone, row: number): boolean {
  const type = zone.type(row);
  if (type !== TYPE.RRSIG) return type === TYPE.NSEC3PARAM;
  const [high = 0, low = 0] = zone.rdata(row);
  return high * 256 + low === TYPE.NSEC3PARAM;
}
