import { nameToWire, type RRset, TYPE, ttlOf, type Zone } from "../../dns/index.ts";
import { type Chunk, ChunkWriter } from "./chunk-writer.ts";
import { ownerWire } from "./wire-names.ts";

/** A chunk is closed when its records reach this size, in octets. */
const chunkSize = 47_000;
/** Most octets of records in a message: the rest is for header, question and OPT. */
const mostOctets = 0xffff - 400;

/** The zone in the order of a transfer, SOA first and last, with the apex in names as a pointer to the question. */
export function* chunksOf(zone: Zone): Generator<Chunk> {
  const writer = new ChunkWriter(nameToWire(zone.apex));
  for (const rrset of transferOrder(zone)) {
    const owner = ownerWire(zone, rrset.rows[0]!);
    for (const [index, rdata] of rrset.rdata.entries()) {
      const before = writer.length;
      writer.add(owner, rrset.type, ttlOf(rrset, index), rdata);
      if (before > 0 && (before >= chunkSize || writer.length > mostOctets)) yield writer.take(before);
    }
  }
  if (writer.length > 0) yield writer.take(writer.length);
}

function* transferOrder(zone: Zone): Generator<RRset> {
  const soa = zone.rrset(zone.apex, TYPE.SOA);
  if (!soa) return;
  yield soa;
  for (const rrset of zone.rrsets()) if (rrset.type !== TYPE.SOA) yield rrset;
  yield soa;
}
