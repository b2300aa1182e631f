import { rdataNames } from "../rdata/rdata.ts";
import { type RRType, TYPE } from "../type.ts";
import type { ZoneColumns } from "./columns.ts";
import { equalCaseless } from "./name-table.ts";

/** Types whose data ends in the one name it points at: the octet at which that starts. */
const tails: ReadonlyMap<RRType, number> = new Map([
  [TYPE.CNAME, 0],
  [TYPE.DNAME, 0],
  [TYPE.NS, 0],
  [TYPE.PTR, 0],
  [TYPE.MX, 2],
  [TYPE.SRV, 6],
]);

/** Common types that point at nothing. */
const pointless: readonly RRType[] = [
  ...[TYPE.A, TYPE.AAAA, TYPE.TXT, TYPE.SOA, TYPE.HINFO, TYPE.LOC, TYPE.SSHFP, TYPE.TLSA],
  ...[TYPE.DS, TYPE.DNSKEY, TYPE.RRSIG, TYPE.NSEC, TYPE.NSEC3],
];

const NOTHING = 254;
const ELSEWHERE = 255;
/** By type below 256, where its target starts. */
const places: Uint8Array = Uint8Array.from({ length: 256 }, (_, type) =>
  pointless.includes(type) ? NOTHING : (tails.get(type) ?? ELSEWHERE),
);

/**
 * The rows, in their order, whose data points at the name in this uncompressed wire form, in any case: a name in the
 * role "target", see `rdataNames`. Looks at every row, and makes nothing for those of the common types.
 */
export function rowsPointingAt({ type, rdata, rdataStart }: ZoneColumns, name: Uint8Array): number[] {
  const { length } = name;
  const found: number[] = [];
  for (let row = 0; row < type.length; row++) {
    const place = places[type[row]!] ?? ELSEWHERE;
    if (place === NOTHING) continue;
    const start = rdataStart[row]!;
    const end = rdataStart[row + 1]!;
    const points =
      place === ELSEWHERE
        ? namesIn(type[row]!, rdata.subarray(start, end)).some((wire) => isSame(wire, 0, wire.length))
        : isSame(rdata, start + place, end);
    if (points) found.push(row);
  }
  return found;

  function isSame(octets: Uint8Array, from: number, to: number): boolean {
    return to - from === length && equalCaseless(octets, from, name, 0, length);
  }
}

function namesIn(type: RRType, rdata: Uint8Array): Uint8Array[] {
  return rdataNames(type, rdata)
    .filter(({ role }) => role === "target")
    .map(({ offset, length }) => rdata.subarray(offset, offset + length));
}
