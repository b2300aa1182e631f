import type { Zone } from "../../dns/index.ts";

/** Where expiration and inception stand in RRSIG RDATA. */
const expirationAt = 8;
const inceptionAt = 12;

/**
 * How many seconds from now on a signature begins and ends, by serial arithmetic (RFC 4034 §3.1.5): both below 0 where
 * it is over. Undefined where the data is too short.
 */
export function validityOf(
  zone: Zone,
  row: number,
  now: number,
): { readonly begins: number; readonly ends: number } | undefined {
  const { rdata, rdataStart } = zone.columns;
  const start = rdataStart[row]!;
  if (rdataStart[row + 1]! - start < inceptionAt + 4) return undefined;
  const seconds = Math.floor(now / 1000);
  const from = (at: number): number => (u32(rdata, start + at) - seconds) | 0;
  return { begins: from(inceptionAt), ends: from(expirationAt) };
}

/** `2026-06-01 00:00:00 UTC`. */
export function timeText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function u32(octets: Uint8Array, at: number): number {
  return octets[at]! * 0x1000000 + octets[at + 1]! * 0x10000 + octets[at + 2]! * 0x100 + octets[at + 3]!;
}
