import type { Zone } from "../../dns/index.ts";
import { lower } from "../tree/index.ts";

/** The strings of TXT RDATA, one character an octet; what is cut off is left out. */
export function stringsOf(rdata: Uint8Array): readonly string[] {
  const octets = Buffer.from(rdata.buffer, rdata.byteOffset, rdata.length);
  const strings: string[] = [];
  for (let at = 0; at < octets.length; at += 1 + octets[at]!)
    strings.push(octets.toString("latin1", at + 1, Math.min(at + 1 + octets[at]!, octets.length)));
  return strings;
}

/** Whether the joined strings of a TXT record start with this text, given in lower case; in any case of ASCII letters. */
export function textStartsWith(zone: Zone, row: number, start: string): boolean {
  const { rdata, rdataStart } = zone.columns;
  const end = rdataStart[row + 1]!;
  let at = rdataStart[row]!;
  let left = 0;
  for (let i = 0; i < start.length; i += 1) {
    for (; left === 0 && at < end; at += 1) left = rdata[at]!;
    if (at >= end) return false;
    if (lower(rdata[at]!) !== start.charCodeAt(i)) return false;
    at += 1;
    left -= 1;
  }
  return true;
}
