import { type LookupResult, lookup, type Name, nameKey, parentOf, TYPE } from "../../dns/index.ts";
import type { Reference } from "../references.ts";
import {
  type Addresses,
  addressesOf,
  type Removal,
  type Standing,
  standingOf,
  type World,
} from "../world.ts";
import type { LintZone } from "../zone.ts";
import { isRemoved, renamesIn } from "./removed-names.ts";

/** The world as zone files have it; what was looked up once is remembered. */
export class RepositoryWorld implements World {
  readonly zones: readonly LintZone[];
  readonly #byName: ReadonlyMap<string, LintZone>;
  /** Zones with another zone of the repository below them, which may decide about a name they hold. */
  readonly #parents: ReadonlySet<LintZone>;
  readonly #standing = new Map<string, Standing>();
  readonly #addresses = new Map<string, Addresses>();
  readonly #renames = new Map<LintZone, ReadonlyMap<Name, Name>>();
  #below: ReadonlyMap<string, readonly Name[]> | undefined;
  readonly #derived = new Map<(world: World) => unknown, unknown>();

  constructor(zones: readonly LintZone[]) {
    this.zones = zones;
    this.#byName = new Map(zones.map((zone) => [keyOf(zone.name, zone.view), zone]));
    this.#parents = new Set(zones.flatMap((zone) => this.#ancestors(zone)));
  }

  decidesAlone(zone: LintZone): boolean {
    return !this.#parents.has(zone);
  }

  standingOf(reference: Reference, zone: LintZone): Standing {
    return standingOf(this, reference, zone);
  }

  addressesOf(reference: Reference, zone: LintZone): Addresses {
    return addressesOf(this, reference, zone);
  }

  zoneOf(name: Name, view: string): LintZone | undefined {
    for (let at: Name | undefined = nameKey(name); at !== undefined; at = parentOf(at)) {
      const zone = this.#byName.get(keyOf(at, view));
      if (zone) return zone;
    }
    return undefined;
  }

  zonesBelow(name: Name, view: string): readonly Name[] {
    this.#below ??= namesByAncestor(this.zones);
    return this.#below.get(keyOf(name, view)) ?? [];
  }

  standing(name: Name, view: string): Standing {
    return remembered(this.#standing, keyOf(name, view), () => {
      const zone = this.zoneOf(name, view);
      if (!zone) return "unknown";
      if (zone.zone.exists(name)) return "exists";
      const found = lookup(zone.zone, name, TYPE.CNAME).kind;
      if (found === "referral") return "unknown";
      if (found !== "nxdomain") return "wildcard";
      return zone.incomplete ? "unknown" : "absent";
    });
  }

  addresses(name: Name, view: string): Addresses {
    return remembered(this.#addresses, keyOf(name, view), () => {
      const zone = this.zoneOf(name, view);
      if (!zone) return "unknown";
      const v4 = addressesIn(lookup(zone.zone, name, TYPE.A));
      const found = v4 === "none" ? addressesIn(lookup(zone.zone, name, TYPE.AAAA)) : v4;
      return zone.incomplete && (found === "none" || found === "absent") ? "unknown" : found;
    });
  }

  removal(name: Name, view: string): Removal | undefined {
    const zone = this.zoneOf(name, view);
    if (!zone || !isRemoved(zone, name)) return undefined;
    const renames = this.#renames.get(zone) ?? renamesIn(zone);
    this.#renames.set(zone, renames);
    return { movedTo: renames.get(nameKey(name)) };
  }

  derived<T>(make: (world: World) => T): T {
    if (!this.#derived.has(make)) this.#derived.set(make, make(this));
    return this.#derived.get(make) as T;
  }

  #ancestors(zone: LintZone): LintZone[] {
    const above = parentOf(zone.name);
    const parent = above && this.zoneOf(above, zone.view);
    return parent ? [parent] : [];
  }
}

function addressesIn({ kind, answer }: LookupResult): Addresses {
  const first = answer[0]?.type;
  if (first === TYPE.CNAME || first === TYPE.DNAME) return "alias";
  if (kind === "referral") return "unknown";
  if (kind === "nxdomain") return "absent";
  return first === undefined ? "none" : "some";
}

/** The names of zones, by each name that they are at or below. */
function namesByAncestor(zones: readonly LintZone[]): ReadonlyMap<string, readonly Name[]> {
  const names = new Map<string, Name[]>();
  for (const { name, view } of zones) {
    for (let at: Name | undefined = nameKey(name); at !== undefined; at = parentOf(at)) {
      const known = names.get(keyOf(at, view));
      if (known) known.push(nameKey(name));
      else names.set(keyOf(at, view), [nameKey(name)]);
    }
  }
  return names;
}

function keyOf(name: Name, view: string): string {
  return `${nameKey(name)} ${view}`;
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}
