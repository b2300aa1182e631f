import {
  isAtOrBelow,
  type Name,
  nameKey,
  parseName,
  type RRType,
  rdataNames,
  TYPE,
  typeName,
} from "../dns/index.ts";
import { subjectOf } from "./diff.ts";
import type { Change, Dependant, PlannedZone } from "./plan.ts";

/** Types whose change alters the answer for whoever points at the owner; an alias passes on every type. */
const addressing = new Set(["A", "AAAA", "CNAME", "DNAME"]);

/** Types without a name in them, which most records have. */
const pointless: ReadonlySet<RRType> = new Set([TYPE.A, TYPE.AAAA, TYPE.TXT]);

/** Dependants told of one zone; a change to a name half the repository points at is clear long before. */
const MOST = 1_000;

interface Pointer {
  readonly zone: PlannedZone;
  readonly row: number;
  readonly target: Name;
}

/**
 * Finds the records of one view that lead to names whose answers change: directly, or through aliases. Built once
 * over the zones as they will be, so that a record the same pull request corrects does not appear.
 */
export class Pointers {
  readonly #byTarget = new Map<Name, Pointer[]>();
  readonly #subtrees: Pointer[] = [];

  constructor(zones: readonly PlannedZone[]) {
    for (const zone of zones) {
      for (let row = 0; row < zone.zone.size; row += 1) this.#add(zone, row);
    }
  }

  #add(zone: PlannedZone, row: number): void {
    const type = zone.zone.type(row);
    if (pointless.has(type)) return;
    for (const { name, role } of rdataNames(type, zone.zone.rdata(row))) {
      if (role !== "target") continue;
      const target = nameKey(name);
      const pointer = { zone, row, target };
      if (type === TYPE.DNAME) this.#subtrees.push(pointer);
      const others = this.#byTarget.get(target);
      if (others) others.push(pointer);
      else this.#byTarget.set(target, [pointer]);
    }
  }

  /** Who leads to a name that these changes take away or alter, in order of the changes. */
  dependantsOf(changes: readonly Change[]): Dependant[] {
    const found = new Map<string, Dependant>();
    for (const [of, types] of alteredNames(changes)) {
      const seen = new Set<Name>();
      const waiting = [of];
      for (let name = waiting.pop(); name !== undefined && found.size < MOST; name = waiting.pop()) {
        if (seen.has(name)) continue;
        seen.add(name);
        for (const pointer of this.#at(name)) {
          const dependant = describe(pointer, of);
          if (dependant.type !== "CNAME" && !types.some((type) => addressing.has(type))) continue;
          const owner = pointer.zone.zone.ownerKey(pointer.row);
          if (owner !== of) found.set(`${of} ${owner} ${dependant.type}`, dependant);
          if (dependant.type === "CNAME") waiting.push(owner);
        }
      }
    }
    return [...found.values()].slice(0, MOST);
  }

  #at(name: Name): readonly Pointer[] {
    const exact = this.#byTarget.get(name) ?? [];
    const above = this.#subtrees.filter(({ target }) => target !== name && isAtOrBelow(name, target));
    return [...exact, ...above];
  }
}

function alteredNames(changes: readonly Change[]): Map<Name, string[]> {
  const altered = new Map<Name, string[]>();
  for (const change of changes) {
    if (change.op === "add") continue;
    const { owner, type } = subjectOf(change);
    const name = nameKey(parseName(owner));
    altered.set(name, [...(altered.get(name) ?? []), type]);
  }
  return altered;
}

function describe({ zone, row }: Pointer, of: Name): Dependant {
  return { name: zone.zone.ownerKey(row), type: typeName(zone.zone.type(row)), zone: zone.name, of };
}
