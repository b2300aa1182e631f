import { rdataToText } from "../rdata/rdata.ts";
import { TYPE, typeName } from "../type.ts";
import { type RRset, ttlOf } from "./rrset.ts";
import type { Zone } from "./zone.ts";

/**
 * A zone as a canonical master file that parses back to the same content: the apex's SOA first, then every RRset in
 * canonical order; one record a line as `OWNER TTL IN TYPE RDATA`, all names absolute and in the case they were
 * written, repetitions left out, every record with its RRset's TTL (a signature with its own).
 */
export function zoneText(zone: Zone): string {
  const soa = zone.rrset(zone.apex, TYPE.SOA);
  let text = soa ? linesOf(zone, soa) : "";
  for (const rrset of zone.rrsets()) {
    if (rrset.type !== TYPE.SOA || rrset.owner !== zone.apex) text += linesOf(zone, rrset);
  }
  return text;
}

function linesOf(zone: Zone, rrset: RRset): string {
  const owner = zone.owner(rrset.rows[0]!);
  const type = typeName(rrset.type);
  return rrset.rdata
    .map((rdata, index) => `${owner} ${ttlOf(rrset, index)} IN ${type} ${rdataToText(rrset.type, rdata)}\n`)
    .join("");
}
