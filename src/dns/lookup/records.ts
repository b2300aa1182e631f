import { isAtOrBelow, type Name } from "../name.ts";
import { nameToWire } from "../name-wire.ts";
import { rdataNames } from "../rdata/rdata.ts";
import { type RRType, TYPE } from "../type.ts";
import type { Zone } from "../zone/index.ts";
import { descend } from "./descend.ts";
import type { AnswerRRset } from "./result.ts";

/** The RRset of the name that starts at `from` in `octets`, shown under `owner` (as written, if left out). */
export function recordsAt(
  zone: Zone,
  octets: Uint8Array,
  from: number,
  type: RRType,
  owner?: Name,
): AnswerRRset | undefined {
  const rows = zone.rowsWire(octets, from, type);
  if (rows.length === 0) return undefined;
  const ttl = zone.ttl(rows[0]!);
  const isAlone = rows.length === 1 && type !== TYPE.RRSIG;
  const { rdata, ttls } = isAlone ? { rdata: [zone.rdata(rows[0]!)] } : zone.dataOf(rows);
  return { owner: owner ?? zone.owner(rows[0]!), type, ttl, ...(ttls && { ttls }), rdata, rows };
}

/** The SOA as it goes into a negative answer: its TTL is the smaller of its own and its minimum (RFC 2308 §5). */
export function negativeSoa(zone: Zone): readonly AnswerRRset[] {
  const soa = recordsAt(zone, zone.apexWire, 0, TYPE.SOA);
  const minimum = zone.soa()?.minimum;
  if (soa === undefined || minimum === undefined) return [];
  return [{ ...soa, ttl: Math.min(soa.ttl, minimum) }];
}

/**
 * The addresses this zone has of the names in these records. A nameserver's may be glue; any other's must be data this
 * zone is authoritative for.
 */
export function addressesOf(zone: Zone, records: readonly AnswerRRset[]): readonly AnswerRRset[] {
  const targets = new Map<string, { octets: Uint8Array; glue: boolean }>();
  for (const { type, rdata } of records) {
    for (const target of rdata.flatMap((octets) => rdataNames(type, octets))) {
      if (!target.additional || !isAtOrBelow(target.name, zone.apex)) continue;
      targets.set(target.name.toLowerCase(), { octets: nameToWire(target.name), glue: type === TYPE.NS });
    }
  }
  return [...targets.values()]
    .filter(({ octets, glue }) => glue || descend(zone, octets, TYPE.A).on === "node")
    .flatMap(({ octets }) => [recordsAt(zone, octets, 0, TYPE.A), recordsAt(zone, octets, 0, TYPE.AAAA)])
    .filter((found) => found !== undefined);
}
