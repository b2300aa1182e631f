import { type LookupResult, lookup, type Name, nameKey, parentOf, TYPE } from "../dns/index.ts";
import type { Reference } from "./references.ts";
import type { LintZone } from "./zone.ts";

/**
 * `exists`: the name owns records or has names below it. `wildcard`: only a wildcard or DNAME answers for it.
 * `absent`: it does not exist. `unknown`: the repository cannot tell; another zone, or an unread record, may have it.
 */
export type Standing = "exists" | "wildcard" | "absent" | "unknown";

/** What a name offers to who wants to connect: `alias` is a CNAME or DNAME, `none` a name without A and AAAA. */
export type Addresses = "some" | "alias" | "none" | "absent" | "unknown";

/** What the zones of a repository, together, say of a name: in a view, the zone with the longest matching name decides. */
export class World {
  readonly zones: readonly LintZone[];
  readonly #byName: ReadonlyMap<string, LintZone>;
  /** Zones with another zone of the repository below them, which may decide about a name they hold. */
  readonly #parents: ReadonlySet<LintZone>;
  readonly #standing = new Map<string, Standing>();
  readonly #addresses = new Map<string, Addresses>();

  constructor(zones: readonly LintZone[]) {
    this.zones = zones;
    this.#byName = new Map(zones.map((zone) => [keyOf(zone.name, zone.view), zone]));
    this.#parents = new Set(zones.flatMap((zone) => this.#ancestors(zone)));
  }

  /** Whether no other zone of the repository decides about names at or below this one. */
  decidesAlone(zone: LintZone): boolean {
    return !this.#parents.has(zone);
  }

  /** What is true of the name that a record of `zone` points at. */
  standingOf(reference: Reference, zone: LintZone): Standing {
    if (this.decidesAlone(zone) && reference.existsHere) return "exists";
    return this.standing(reference.target, zone.view);
  }

  /** What the name that a record of `zone` points at offers to who wants to connect. */
  addressesOf(reference: Reference, zone: LintZone): Addresses {
    const seen = this.decidesAlone(zone) ? reference.addressesHere : undefined;
    return seen ?? this.addresses(reference.target, zone.view);
  }

  /** The repository's zone that has authority over a name. */
  zoneOf(name: Name, view: string): LintZone | undefined {
    for (let at: Name | undefined = nameKey(name); at !== undefined; at = parentOf(at)) {
      const zone = this.#byName.get(keyOf(at, view));
      if (zone) return zone;
    }
    return undefined;
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
