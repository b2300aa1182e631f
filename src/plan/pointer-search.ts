import { type Name, nameKey, parentOf, type RRType, rdataNames, TYPE } from "../dns/index.ts";
import type { PlannedZone } from "./plan.ts";

/** A record whose data points at a name. */
export interface Pointer {
  readonly zone: PlannedZone;
  readonly row: number;
}

/** Types without a name in them, which most records have. */
const pointless: ReadonlySet<RRType> = new Set([TYPE.A, TYPE.AAAA, TYPE.TXT]);

/** So many names are looked for by going through all records; for more, an index is made. */
const LOOKS = 8;

/** Finds the records of some zones that point at a name: data in which it stands in the role "target". */
export class PointerSearch {
  readonly #zones: readonly PlannedZone[];
  readonly #withSubtrees: readonly PlannedZone[];
  #looks = 0;
  #byTarget: ReadonlyMap<Name, readonly Pointer[]> | undefined;

  constructor(zones: readonly PlannedZone[]) {
    this.#zones = zones;
    this.#withSubtrees = zones.filter(({ zone }) => zone.columns.type.includes(TYPE.DNAME));
  }

  /** Pointers to a name, in key form, zone by zone in file order; then DNAME records that point at a name above it. */
  to(name: Name): readonly Pointer[] {
    const found = [...this.#exactly(name)];
    if (this.#withSubtrees.length === 0) return found;
    for (let above = parentOf(name); above !== undefined; above = parentOf(above)) {
      found.push(...this.#exactly(above).filter(({ zone, row }) => zone.zone.type(row) === TYPE.DNAME));
    }
    return found;
  }

  #exactly(name: Name): readonly Pointer[] {
    if (this.#byTarget === undefined && this.#looks === LOOKS) this.#byTarget = byTarget(this.#zones);
    if (this.#byTarget) return this.#byTarget.get(name) ?? [];
    this.#looks += 1;
    return this.#zones.flatMap((zone) => zone.zone.rowsPointingAt(name).map((row) => ({ zone, row })));
  }
}

function byTarget(zones: readonly PlannedZone[]): ReadonlyMap<Name, readonly Pointer[]> {
  const found = new Map<Name, Pointer[]>();
  for (const zone of zones) {
    for (let row = 0; row < zone.zone.size; row += 1) {
      const type = zone.zone.type(row);
      if (pointless.has(type)) continue;
      for (const { name, role } of rdataNames(type, zone.zone.rdata(row))) {
        if (role !== "target") continue;
        const target = nameKey(name);
        const others = found.get(target);
        if (others) others.push({ zone, row });
        else found.set(target, [{ zone, row }]);
      }
    }
  }
  return found;
}
