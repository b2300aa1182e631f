import { type Name, nameKey, parentOf, parseName, TYPE, typeName } from "../dns/index.ts";
import { subjectOf } from "./diff.ts";
import type { Change, Dependant, PlannedZone } from "./plan.ts";
import { type Pointer, type PointerKind, PointerSearch } from "./pointer-search.ts";

/** Types whose change alters the answer for whoever points at the owner; an alias passes on every type. */
const addressing = new Set(["A", "AAAA", "CNAME", "DNAME"]);

/** Dependants told of one zone; a change to a name half the repository points at is clear long before. */
const MOST_DEPENDANTS = 1_000;

/** Pointers looked at for one plan, so that many changes of what much points at, or past, stay cheap. */
const MOST_POINTERS = 200_000;

/** Who leads to names that change; not all of them where there are too many to tell or to look at. */
export interface Dependants {
  readonly dependants: readonly Dependant[];
  readonly complete: boolean;
}

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
  #left = MOST_POINTERS;

  constructor(zones: readonly PlannedZone[]) {
    this.#search = new PointerSearch(zones);
    for (const zone of zones) {
      const apexes = this.#apexes.get(zone.view);
      if (apexes) apexes.add(zone.zone.apex);
      else this.#apexes.set(zone.view, new Set([zone.zone.apex]));
    }
  }

  /** Who leads to a name that these changes of a zone in `view` take away or alter, in order of the changes. */
  dependantsOf(changes: readonly Change[], view: string): Dependants {
    const found = new Map<string, Dependant>();
    for (const [of, types] of alteredNames(changes)) {
      // Of a name whose text alone changes only an alias passes the change on.
      const kind = types.some((type) => addressing.has(type)) ? "all" : "aliases";
      for (const [pointer, through] of this.#leadingTo({ name: of, view }, kind)) {
        if (this.#left === 0) return { dependants: [...found.values()], complete: false };
        this.#left -= 1;
        if (pointer === undefined) continue;
        const dependant = describe(pointer, of, through);
        const key = `${of} ${dependant.name} ${dependant.type} ${dependant.view}`;
        if (dependant.name === of || found.has(key)) continue;
        if (found.size === MOST_DEPENDANTS) return { dependants: [...found.values()], complete: false };
        found.set(key, dependant);
      }
    }
    return { dependants: [...found.values()], complete: true };
  }

  /** Every pointer to a name, direct or through aliases, with the alias; undefined for one that does not lead there. */
  *#leadingTo(
    of: Seen,
    kind: PointerKind,
  ): Iterable<[pointer: Pointer | undefined, through: Name | undefined]> {
    const seen = new Set<string>();
    const waiting = [of];
    for (let at = waiting.pop(); at; at = waiting.pop()) {
      if (seen.has(`${at.name} ${at.view}`)) continue;
      seen.add(`${at.name} ${at.view}`);
      for (const pointer of this.#search.to(at.name, kind)) {
        const { zone, view } = pointer.zone;
        // Who asks in a view that holds the name gets another answer there.
        const leads = view === at.view || !this.#holds(view, at.name);
        yield [leads ? pointer : undefined, at.through];
        if (!leads || zone.type(pointer.row) !== TYPE.CNAME) continue;
        const owner = zone.ownerKey(pointer.row);
        waiting.push({ name: owner, view, through: owner });
      }
    }
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
