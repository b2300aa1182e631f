import { type Name, nameKey, parentOf, type RRType, rdataNames, TYPE } from "../dns/index.ts";
import type { PlannedZone } from "./plan.ts";

/** A record whose data points at a name. */
export interface Pointer {
  readonly zone: PlannedZone;
  readonly row: number;
}

/** CNAME records alone, or every record that points at a name. */
export type PointerKind = "aliases" | "all";

type Index = ReadonlyMap<Name, Readonly<Record<PointerKind, readonly Pointer[]>>>;

/** Types without a name in them, which most records have. */
const pointless: ReadonlySet<RRType> = new Set([TYPE.A, TYPE.AAAA, TYPE.TXT]);

/** So many names are looked for by going through all records; for more, an index is made. */
const LOOKS = 8;

/** Finds the records of some zones that point at a name: data in which it stands in the role "target". */
export class PointerSearch {
  readonly #zones: readonly PlannedZone[];
  /** DNAME records, by the name they point at. */
  readonly #subtrees: Index;
  #looks = 0;
  #byTarget: Index | undefined;

  constructor(zones: readonly PlannedZone[]) {
    this.#zones = zones;
    const withSubtrees = zones.filter(({ zone }) => zone.columns.type.includes(TYPE.DNAME));
    this.#subtrees = byTarget(withSubtrees, (type) => type === TYPE.DNAME);
  }

  /**
   * Pointers to a name, in key form, zone by zone in file order; among all kinds then DNAME records that point at a name
   * above it. Found as they are asked for.
   */
  *to(name: Name, kind: PointerKind): Iterable<Pointer> {
    yield* this.#exactly(name, kind);
    if (kind === "aliases" || this.#subtrees.size === 0) return;
    for (let above = parentOf(name); above !== undefined; above = parentOf(above)) {
      yield* this.#subtrees.get(above)?.all ?? [];
    }
  }

  #exactly(name: Name, kind: PointerKind): readonly Pointer[] {
    if (this.#byTarget === undefined && this.#looks === LOOKS) {
      this.#byTarget = byTarget(this.#zones, (type) => !pointless.has(type));
    }
    if (this.#byTarget) return this.#byTarget.get(name)?.[kind] ?? [];
    this.#looks += 1;
    return this.#zones.flatMap((zone) =>
      zone.zone
        .rowsPointingAt(name)
        .filter((row) => kind === "all" || zone.zone.type(row) === TYPE.CNAME)
        .map((row) => ({ zone, row })),
    );
  }
}

function byTarget(zones: readonly PlannedZone[], mayPoint: (type: RRType) => boolean): Index {
  const found = new Map<Name, Record<PointerKind, Pointer[]>>();
  for (const zone of zones) {
    for (let row = 0; row < zone.zone.size; row += 1) {
      const type = zone.zone.type(row);
      if (!mayPoint(type)) continue;
      for (const { name, role } of rdataNames(type, zone.zone.rdata(row))) {
        if (role !== "target") continue;
        const target = nameKey(name);
        let here = found.get(target);
        if (here === undefined) {
          here = { all: [], aliases: [] };
          found.set(target, here);
        }
        here.all.push({ zone, row });
        if (type === TYPE.CNAME) here.aliases.push({ zone, row });
      }
    }
  }
  return found;
}
