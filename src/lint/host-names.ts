import { type RRType, TYPE, type Zone } from "../dns/index.ts";
import { targetPlaces } from "./references.ts";

const hyphen = 0x2d;

/** 1 for letters, digits and the hyphen: what host names are made of (RFC 952, RFC 1123 §2.1). */
const hostOctets = Uint8Array.from({ length: 256 }, (_, octet) =>
  /[A-Za-z0-9-]/.test(String.fromCharCode(octet)) ? 1 : 0,
);

/** Types whose owner is a host, or a domain that mail goes to. */
export const hostOwnerTypes = [TYPE.A, TYPE.AAAA, TYPE.MX] as const;
/** Types whose data names a host. */
const hostTargetTypes = [TYPE.NS, TYPE.MX, TYPE.SRV] as const;

/** What is wrong with a label of a host name. */
export type HostFault =
  /** A character that is no letter, digit or hyphen. */
  | "character"
  /** A hyphen at its start or end. */
  | "edge";

/** Where a name stands that has to be a host name. */
export interface HostName {
  readonly row: number;
  readonly as: "owner" | "target";
}

/**
 * The names that have to be those of hosts and have a label with a fault: each owner once, the zone's own name aside,
 * and every target.
 */
export function hostNamesWith(
  zone: Zone,
  rowsOf: (type: RRType) => readonly number[],
  fault: HostFault,
): readonly HostName[] {
  const { owner, names, rdata, rdataStart } = zone.columns;
  const seen = new Uint8Array(names.key.length);
  const found: HostName[] = [];
  for (const type of hostOwnerTypes) {
    for (const row of rowsOf(type)) {
      const id = owner[row]!;
      const key = names.key[id]!;
      if (seen[key] === 1) continue;
      seen[key] = 1;
      const start = names.start[id]!;
      const at = isAsterisk(names.octets, start) ? start + 2 : start;
      if (hasFault(names.octets, at, names.start[id + 1]! - zone.apexWire.length, fault))
        found.push({ row, as: "owner" });
    }
  }
  for (const type of hostTargetTypes) {
    const { offset } = targetPlaces.get(type)!;
    for (const row of rowsOf(type))
      if (hasFault(rdata, rdataStart[row]! + offset, rdataStart[row + 1]! - 1, fault))
        found.push({ row, as: "target" });
  }
  return found;
}

function hasFault(octets: Uint8Array, from: number, end: number, fault: HostFault): boolean {
  for (let at = from; at < end; ) {
    const next = at + octets[at]! + 1;
    if (fault === "character") {
      for (let i = at + 1; i < next; i += 1) if (hostOctets[octets[i]!] === 0) return true;
    } else if (octets[at + 1] === hyphen || octets[next - 1] === hyphen) {
      return true;
    }
    at = next;
  }
  return false;
}

function isAsterisk(octets: Uint8Array, at: number): boolean {
  return octets[at] === 1 && octets[at + 1] === 0x2a;
}
