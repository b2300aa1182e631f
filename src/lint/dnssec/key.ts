import { type RRType, TYPE, type Zone } from "../../dns/index.ts";

/** A public key of a zone (RFC 4034 §2), from DNSKEY or CDNSKEY RDATA. */
export interface DnsKey {
  readonly row: number;
  readonly rdata: Uint8Array;
  readonly flags: number;
  readonly protocol: number;
  readonly algorithm: number;
  readonly publicKey: Uint8Array;
  readonly tag: number;
}

/** Bits of a key's flags: it signs zones; it is revoked (RFC 5011 §3); it is an entry point (RFC 4034 §2.1.1). */
export const ZONE_KEY = 0x0100;
export const REVOKED = 0x0080;
export const ENTRY_POINT = 0x0001;

/** The keys at the zone's apex, in file order; those too short to be one left out. */
export function apexKeys(zone: Zone, type: RRType = TYPE.DNSKEY): readonly DnsKey[] {
  return zone.rowsWire(zone.apexWire, 0, type).flatMap((row) => {
    const key = readKey(zone, row);
    return key ? [key] : [];
  });
}

/** The key in a row; undefined where the data is too short to be one. */
export function readKey(zone: Zone, row: number): DnsKey | undefined {
  const rdata = zone.rdata(row);
  if (rdata.length < 5) return undefined;
  return {
    row,
    rdata,
    flags: rdata[0]! * 256 + rdata[1]!,
    protocol: rdata[2]!,
    algorithm: rdata[3]!,
    publicKey: rdata.subarray(4),
    tag: keyTag(rdata),
  };
}

const RSAMD5 = 1;

/** The tag of a key by its RDATA (RFC 4034 appendix B; of algorithm 1 appendix B.1). */
export function keyTag(rdata: Uint8Array): number {
  if (rdata[3] === RSAMD5) return rdata.length < 7 ? 0 : rdata.at(-3)! * 256 + rdata.at(-2)!;
  let sum = 0;
  for (let at = 0; at < rdata.length; at += 1) sum += (at & 1) === 0 ? rdata[at]! * 256 : rdata[at]!;
  return (sum + ((sum >>> 16) & 0xffff)) & 0xffff;
}

/** Whether the key may sign the sets of its zone. */
export function isZoneKey({ flags, protocol }: DnsKey): boolean {
  return (flags & ZONE_KEY) !== 0 && (flags & REVOKED) === 0 && protocol === 3;
}

/** `tag 2371, algorithm 13`: as a message names a key. */
export function keyText({ algorithm, tag }: { readonly algorithm: number; readonly tag: number }): string {
  return `tag ${tag}, algorithm ${algorithm}`;
}
