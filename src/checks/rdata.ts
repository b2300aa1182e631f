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
  return { port: Buffer.from(rdata).readUInt16BE(4), target: targetOf(TYPE.SRV, rdata) };
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

function joinStrings(rdata: Uint8Array): string {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < rdata.length; at += 1 + rdata[at]!)
    parts.push(rdata.subarray(at + 1, at + 1 + rdata[at]!));
  return Buffer.concat(parts).toString("utf8");
}
