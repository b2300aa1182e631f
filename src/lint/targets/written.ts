import { type RRType, TYPE, type Zone } from "../../dns/index.ts";
import { targetPlaces } from "../references.ts";
import { lower } from "../tree/index.ts";

/** Types whose data ends in the name they point at. */
const types = [TYPE.CNAME, TYPE.DNAME, TYPE.NS, TYPE.PTR, TYPE.MX, TYPE.SRV] as const;

/** A target in wire form, as a stretch of the zone's column of data. */
export interface WrittenTarget {
  readonly row: number;
  readonly from: number;
  readonly end: number;
}

/**
 * The rows whose target has one of some characters in it, which may be the length of a label too: who asks looks at
 * what is written, this only finds the few that need a look. The characters must be no letters.
 */
export function targetsWith(zone: Zone, characters: string): ReadonlySet<number> {
  const { type, rdata, rdataStart } = zone.columns;
  const all = Buffer.from(rdata.buffer, rdata.byteOffset, rdataStart[type.length]);
  const rows = new Set<number>();
  for (const character of Buffer.from(characters, "latin1")) {
    let row = 0;
    for (let hit = all.indexOf(character); hit >= 0; hit = all.indexOf(character, rdataStart[row + 1])) {
      while (rdataStart[row + 1]! <= hit) row += 1;
      const offset = isWritten[type[row]!] === 1 ? targetPlaces.get(type[row]!)!.offset : undefined;
      if (offset !== undefined && all.indexOf(character, rdataStart[row]! + offset) < rdataStart[row + 1]!)
        rows.add(row);
    }
  }
  return rows;
}

const isWritten = new Uint8Array(0x10000);
for (const type of types) isWritten[type] = 1;

/** All targets that are not in the zone itself. */
export function* foreignTargets(
  { apexWire, columns: { rdata, rdataStart } }: Zone,
  rowsOf: (type: RRType) => readonly number[],
): Generator<WrittenTarget> {
  for (const type of types) {
    const { offset } = targetPlaces.get(type)!;
    for (const row of rowsOf(type)) {
      const from = rdataStart[row]! + offset;
      const end = rdataStart[row + 1]!;
      if (end - from < apexWire.length || !endsIn(rdata, end, apexWire)) yield { row, from, end };
    }
  }
}

/** Whether the octets before `end` are some others in lower case; lengths of labels are below 64 and so no letters. */
function endsIn(octets: Uint8Array, end: number, others: Uint8Array): boolean {
  for (let i = others.length - 2, at = end - 2; i >= 0; i -= 1, at -= 1) {
    if (lower(octets[at]!) !== others[i]) return false;
  }
  return true;
}
