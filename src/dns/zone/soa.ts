import type { Name } from "../name.ts";
import { rdataNames } from "../rdata/rdata.ts";
import { TYPE } from "../type.ts";

/** What a SOA record says; times are seconds. */
export interface Soa {
  readonly row: number;
  readonly mname: Name;
  readonly rname: Name;
  readonly serial: number;
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  /** TTL for the absence of names and types (RFC 2308 §4). */
  readonly minimum: number;
}

/** Offset of the serial within a SOA's RDATA; undefined if the octets are no SOA RDATA. */
export function serialOffset(rdata: Uint8Array): number | undefined {
  const rname = rdataNames(TYPE.SOA, rdata)[1];
  return rname && rname.offset + rname.length;
}

/** The parts of a SOA's RDATA; undefined if the octets are no SOA RDATA. */
export function readSoa(row: number, rdata: Uint8Array): Soa | undefined {
  const [mname, rname] = rdataNames(TYPE.SOA, rdata);
  if (mname === undefined || rname === undefined) return undefined;
  const view = new DataView(rdata.buffer, rdata.byteOffset + rname.offset + rname.length);
  return {
    row,
    mname: mname.name,
    rname: rname.name,
    serial: view.getUint32(0),
    refresh: view.getUint32(4),
    retry: view.getUint32(8),
    expire: view.getUint32(12),
    minimum: view.getUint32(16),
  };
}
