import {
  type Name,
  nameFromWire,
  nameKey,
  RdataError,
  rdataNames,
  typeName,
  type Zone,
} from "../../../src/dns/index.ts";

/** Puts one record in a form that leaves no room for how it was written: RDATA as it goes over the wire. */
export type LineForm = (owner: Name, ttl: number, type: number, rdata: Uint8Array) => string;

export const exactLine: LineForm = (owner, ttl, type, rdata) =>
  `${nameKey(owner)} ${ttl} ${typeName(type)} ${Buffer.from(rdata).toString("hex")}`;

/** The same with the names of RDATA in lower case, because NSD keeps no other and ldns prints no other. */
export const foldedLine: LineForm = (owner, ttl, type, rdata) =>
  exactLine(owner, ttl, type, folded(type, rdata));

function folded(type: number, rdata: Uint8Array): Uint8Array {
  const folded = rdata.slice();
  for (const { offset, length } of namesOf(type, rdata)) {
    for (let at = offset; at < offset + length; at++) {
      if (folded[at]! >= 0x41 && folded[at]! <= 0x5a) folded[at]! += 0x20;
    }
  }
  return folded;
}

function namesOf(type: number, rdata: Uint8Array): ReturnType<typeof rdataNames> {
  try {
    return rdataNames(type, rdata);
  } catch (error) {
    if (error instanceof RdataError) return [];
    throw error;
  }
}

/** The records of a zone of ours, one a line, sorted. */
export function linesOf(zone: Zone, line = foldedLine): string[] {
  return [...zone.rrsets()]
    .flatMap(({ owner, ttl, ttls, type, rdata }) =>
      rdata.map((octets, index) => line(owner, ttls?.[index] ?? ttl, type, octets)),
    )
    .sort();
}

/** Records of BIND's "raw" format, version 1: a header of 24 octets, then RRset after RRset. Sorted. */
export function rawRecords(raw: Buffer, line = foldedLine): string[] {
  const lines: string[] = [];
  for (let at = 24; at < raw.length; ) {
    const type = raw.readUInt16BE(at + 6);
    const ttl = raw.readUInt32BE(at + 10);
    const count = raw.readUInt32BE(at + 14);
    const owner = nameFromWire(raw, at + 20).name;
    at += 20 + raw.readUInt16BE(at + 18);
    for (let i = 0; i < count; i++) {
      const length = raw.readUInt16BE(at);
      lines.push(line(owner, ttl, type, raw.subarray(at + 2, at + 2 + length)));
      at += 2 + length;
    }
  }
  return lines.sort();
}
