import { createHash } from "node:crypto";
import { lowerCase, OctetWriter } from "../octets.ts";
import { TYPE } from "../type.ts";
import { serialOffset } from "./soa.ts";
import type { Zone } from "./zone.ts";

/** Octets given to the hash at a time: many small pieces cost more than hashing them. */
const chunk = 65_536;

/**
 * SHA-256 in lower-case hex of everything a zone says except its SOA's serial. Equal for zones that differ only in
 * the order of records, repetitions, the case of names that are compared without case, or where records stand.
 */
export function contentHash(zone: Zone): string {
  const hash = createHash("sha256");
  let out = new OctetWriter();
  out.octets(zone.apexWire);
  for (const { rows, type, ttl, canonical } of zone.rrsets()) {
    out.octets(ownerKeyWire(zone, rows[0]!));
    out.u16(type);
    out.u32(ttl);
    out.u32(canonical.length);
    for (const rdata of canonical) {
      out.u16(rdata.length);
      out.octets(type === TYPE.SOA ? withoutSerial(rdata) : rdata);
    }
    if (out.length < chunk) continue;
    hash.update(out.done());
    out = new OctetWriter();
  }
  return hash.update(out.done()).digest("hex");
}

/** The owner of a row in wire form and lower case. */
function ownerKeyWire(zone: Zone, row: number): Uint8Array {
  const { names, owner } = zone.columns;
  const id = owner[row]!;
  return names.octets.slice(names.start[id], names.start[id + 1]).map((octet) => lowerCase[octet]!);
}

function withoutSerial(soa: Uint8Array): Uint8Array {
  const offset = serialOffset(soa);
  return offset === undefined ? soa : soa.slice().fill(0, offset, offset + 4);
}
