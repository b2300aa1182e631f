import { type Name, nameKey, parentOf, parseName, typeName } from "../dns/index.ts";
import { subjectOf } from "./diff.ts";
import type { Change, Dependant, PlannedZone } from "./plan.ts";
import { type Pointer, PointerSearch } from "./pointer-search.ts";

/** Types whose change alters the answer for whoever points at the owner; an alias passes on every type. */
const addressing = new Set(["A", "AAAA", "CNAME", "DNAME"]);

/** Dependants told of one zone; a change to a name half the repository points at is clear long before. */
export const MOST_DEPENDANTS = 1_000;

/** A name as those see it who ask in one view. */
interface Seen {
  readonly name: Name;
  readonly view: string;
  readonly through?: Name;
}

/**
 * Finds the records that lead to names whose answers change: directly, or through aliases. Built over the zones as they
 * will be, so that a record the same pull request corrects does not appear. Who asks in a view that has no zone for a
 * name gets the answer that another view gives, so that a pointer may lead from view to view.
 */
export class Pointers {
  readonly #search: PointerSearch;
  readonly #apexes = new Map<string, Set<Name>>();

  constructor(zones: readonly PlannedZone[]) {
    this.#search = new PointerSearch(zones);
    for (const zone of zones) {
      const apexes = this.#apexes.get(zone.view);
      if (apexes) apexes.add(zone.zone.apex);
      else this.#apexes.set(zone.view, new Set([zone.zone.apex]));
    }
  }

  /** Who leads to a name that these changes of a zone in `view` take away or alter, in order of the changes. */
  dependantsOf(changes: readonly Change[], view: string): Dependant[] {
    const found = new Map<string, Dependant>();
    for (const [of, types] of alteredNames(changes)) {
      const seen = new Set<string>();
      const waiting: Seen[] = [{ name: of, view }];
      for (let at = waiting.pop(); at && found.size < MOST_DEPENDANTS; at = waiting.pop()) {
        if (seen.has(`${at.name} ${at.view}`)) continue;
        seen.add(`${at.name} ${at.view}`);
        for (const pointer of this.#at(at)) {
          const dependant = describe(pointer, of, at.through);
          if (dependant.type !== "CNAME" && !types.some((type) => addressing.has(type))) continue;
          const owner = pointer.zone.zone.ownerKey(pointer.row);
          const key = `${of} ${owner} ${dependant.type} ${dependant.view}`;
          if (owner !== of && !found.has(key)) found.set(key, dependant);
          if (dependant.type === "CNAME") waiting.push({ name: owner, view: dependant.view, through: owner });
        }
      }
    }
    return [...found.values()].slice(0, MOST_DEPENDANTS);
  }

  /** Pointers to a name, or through a DNAME to one above it, of those who see the name as this view has it. */
  #at({ name, view }: Seen): readonly Pointer[] {
    return this.#search.to(name).filter(({ zone }) => zone.view === view || !this.#holds(zone.view, name));
  }

  #holds(view: string, name: Name): boolean {
    return enclosing(this.#apexes.get(view), name);
  }
}

/** Whether one of the apexes is the name or above it. */
export function enclosing(apexes: ReadonlySet<Name> | undefined, name: Name): boolean {
  for (let at: Name | undefined = name; at !== undefined; at = parentOf(at)) if (apexes?.has(at)) return true;
  return false;
}

function alteredNames(changes: readonly Change[]): Map<Name, string[]> {
  const altered = new Map<Name, string[]>();
  for (const change of changes) {
    if (change.op === "add") continue;
    const { owner, type } = subjectOf(change);
    const name = nameKey(parseName(owner));
    const types = altered.get(name);
    if (types) types.push(type);
    else altered.set(name, [type]);
  }
  return altered;
}

function describe({ zone, row }: Pointer, of: Name, through: Name | undefined): Dependant {
  return {
    name: zone.zone.ownerKey(row),
    type: typeName(zone.zone.type(row)),
    zone: zone.name,
    view: zone.view,
    of,
    ...(through !== undefined && { through }),
  };
}
