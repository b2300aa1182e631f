import {
  canonicalRdata,
  type Name,
  parseName,
  type RRType,
  rdataFromText,
  rdataNames,
  rdataToText,
  TYPE,
} from "../dns/index.ts";

/** The name that a record of a type with one target (SRV, MX, CNAME, PTR, NS) points at. */
export function targetOf(type: RRType, rdata: Uint8Array): Name {
  return rdataNames(type, rdata).find(({ role }) => role === "target")!.name;
}

/** Port and target of a SRV record (RFC 2782: priority, weight, port, target). */
export function readSrv(rdata: Uint8Array): { port: number; target: Name } {
  return { port: (rdata[4]! << 8) | rdata[5]!, target: targetOf(TYPE.SRV, rdata) };
}

/** Names and times of a SOA record, in seconds (RFC 1035 §3.3.13: two names, then five numbers). */
export function readSoa(rdata: Uint8Array) {
  const [mname, rname] = rdataNames(TYPE.SOA, rdata);
  const times = Buffer.from(rdata).subarray(rname!.offset + rname!.length);
  return {
    mname: mname!.name,
    rname: rname!.name,
    refresh: times.readUInt32BE(4),
    retry: times.readUInt32BE(8),
    expire: times.readUInt32BE(12),
    minimum: times.readUInt32BE(16),
  };
}

/** Tag and value of a CAA record (RFC 8659 §4.1: flags, length of the tag, tag, value). */
export function readCaa(rdata: Uint8Array): { tag: string; value: string } {
  const text = Buffer.from(rdata).toString("latin1");
  const end = 2 + rdata[1]!;
  return { tag: text.slice(2, end).toLowerCase(), value: text.slice(end) };
}

/**
 * A record's value as checks compare it: TXT by its strings joined, as programs read it, others in canonical
 * presentation form.
 */
export function comparable(type: RRType, rdata: Uint8Array): string {
  return type === TYPE.TXT ? joinStrings(rdata) : rdataToText(type, canonicalRdata(type, rdata));
}

/** What a check's author wrote, in the same form. Names are absolute, with or without final dot. Throws RdataError. */
export function comparableText(type: RRType, text: string): string {
  if (type === TYPE.TXT) return text;
  const fields = text
    .trim()
    .split(/\s+/)
    .map((field) => ({ text: field, quoted: false }));
  return comparable(type, rdataFromText(type, fields, parseName(".")));
}

/** The strings of a TXT record in one, as programs read them (RFC 7208 §3.3). */
export function joinStrings(rdata: Uint8Array): string {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < rdata.length; at += 1 + rdata[at]!)
    parts.push(rdata.subarray(at + 1, at + 1 + rdata[at]!));
  return Buffer.concat(parts).toString("utf8");
}
