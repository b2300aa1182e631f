import { createHash } from "node:crypto";
import { lowerCase, OctetWriter } from "../octets.ts";
import { canonicalRdata } from "../rdata/rdata.ts";
import { type RRType, TYPE } from "../type.ts";
import { distinctRdata, ttlOf } from "./rrset.ts";
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
  for (const rows of zone.rowSets()) {
    const type = zone.type(rows[0]!);
    const canonical = canonicalData(zone, type, rows);
    out.octets(ownerKeyWire(zone, rows[0]!));
    out.u16(type);
    // Signatures have each its own TTL, in whatever order they stand.
    const signatures = type === TYPE.RRSIG ? zone.rrset(zone.owner(rows[0]!), type) : undefined;
    out.u32(signatures ? 0 : zone.ttl(rows[0]!));
    out.u32(canonical.length);
    for (const [index, rdata] of canonical.entries()) {
      if (signatures) out.u32(ttlOf(signatures, index));
      out.u16(rdata.length);
      out.octets(type === TYPE.SOA ? withoutSerial(rdata) : rdata);
    }
    if (out.length < chunk) continue;
    hash.update(out.done());
    out = new OctetWriter();
  }
  return hash.update(out.done()).digest("hex");
}

function canonicalData(zone: Zone, type: RRType, rows: readonly number[]): readonly Uint8Array[] {
  const rdata = rows.map((row) => zone.rdata(row));
  return rdata.length === 1 ? [canonicalRdata(type, rdata[0]!)] : distinctRdata(type, rdata).canonical;
}

/** The owner of a row in wire form and lower case. */
function ownerKeyWire(zone: Zone, row: number): Uint8Array {
  const { names, owner } = zone.columns;
  const wire = names.octets.slice(names.start[owner[row]!], names.start[owner[row]! + 1]);
  for (let at = 0; at < wire.length; at++) wire[at] = lowerCase[wire[at]!]!;
  return wire;
}

function withoutSerial(soa: Uint8Array): Uint8Array {
  const offset = serialOffset(soa);
  return offset === undefined ? soa : soa.slice().fill(0, offset, offset + 4);
}
