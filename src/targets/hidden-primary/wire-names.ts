import type { Zone } from "../../dns/index.ts";

/** The owner of a row in wire form, without the way over text: a view. */
export function ownerWire({ columns }: Zone, row: number): Uint8Array {
  const { octets, start } = columns.names;
  const id = columns.owner[row]!;
  return octets.subarray(start[id], start[id + 1]);
}

/** Where the apex begins in a name at or below it, both in wire form, in any case; undefined for other names. */
export function apexOffset(name: Uint8Array, apex: Uint8Array): number | undefined {
  const offset = name.length - apex.length;
  let at = 0;
  while (at < offset) at += 1 + name[at]!;
  if (at !== offset) return undefined;
  for (let i = 0; i < apex.length; i++) {
    if (lowerCase(name[offset + i]!) !== lowerCase(apex[i]!)) return undefined;
  }
  return offset;
}

function lowerCase(octet: number): number {
  return octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet;
}
