import type { Zone } from "../../dns/index.ts";

/** A label of an owner. */
export interface OwnerLabel {
  /** The first row of the owner. */
  readonly row: number;
  /** The owner in wire form. */
  readonly owner: Uint8Array;
  /** Where the label's octet of length stands in it. */
  readonly at: number;
  /** The label as characters, one an octet. */
  readonly text: string;
}

/**
 * The labels of owners, those of the zone's own name aside, that contain some octets; each owner once, in the order of
 * the names. The octets must be no letters: spellings that differ in case are not told apart.
 */
export function* ownerLabelsWith(zone: Zone, octets: string): Generator<OwnerLabel> {
  for (const owner of ownersWith(zone, octets)) {
    const apexAt = owner.length - zone.apexWire.length;
    let row: number | undefined;
    for (let at = 0; at < apexAt; at += owner[at]! + 1) {
      const text = labelAt(owner, at);
      if (!text.includes(octets)) continue;
      row ??= zone.rowsWire(owner, 0)[0];
      if (row === undefined) break;
      yield { row, owner, at, text };
    }
  }
}

/**
 * Names of the zone in wire form that contain some octets, each once and in one spelling; a name of which no record is
 * left may be among them. Looks at the names that contain them only.
 */
export function* ownersWith(zone: Zone, octets: string): Generator<Buffer> {
  const { names } = zone.columns;
  const all = Buffer.from(names.octets.buffer, names.octets.byteOffset, names.start[names.key.length]);
  const wanted = Buffer.from(octets, "latin1");
  let id = 0;
  for (let hit = all.indexOf(wanted); hit >= 0; ) {
    while (names.start[id + 1]! <= hit) id += 1;
    const end = names.start[id + 1]!;
    if (names.key[id] === id) yield all.subarray(names.start[id], end);
    hit = all.indexOf(wanted, end);
  }
}

/** A label as characters, one an octet. */
export function labelAt(name: Buffer, at: number): string {
  return name.toString("latin1", at + 1, at + 1 + name[at]!);
}
