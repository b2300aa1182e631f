import { lookup, type Name, type RRType } from "../dns/index.ts";
import type { Reference } from "./references.ts";
import type { LintZone } from "./zone.ts";

/**
 * `exists`: the name owns records or has names below it. `wildcard`: only a wildcard or DNAME answers for it.
 * `absent`: it does not exist. `unknown`: the repository cannot tell; another zone, or an unread record, may have it.
 */
export type Standing = "exists" | "wildcard" | "absent" | "unknown";

/** What a name offers to who wants to connect: `alias` is a CNAME or DNAME, `none` a name without A and AAAA. */
export type Addresses = "some" | "alias" | "none" | "absent" | "unknown";

/** What became of a name that the change removes: where all its records are now, if that is one new name. */
export interface Removal {
  readonly movedTo: Name | undefined;
}

/** What the zones of a repository, together, say of a name: in a view, the zone with the longest matching name decides. */
export interface World {
  readonly zones: readonly LintZone[];
  /** Whether no other zone of the repository decides about names at or below this one. */
  decidesAlone(zone: LintZone): boolean;
  /** The repository's zone that has authority over a name. */
  zoneOf(name: Name, view: string): LintZone | undefined;
  /** Names of the repository's zones at or below a name, in key form and in the order of `zones`. */
  zonesBelow(name: Name, view: string): readonly Name[];
  standing(name: Name, view: string): Standing;
  addresses(name: Name, view: string): Addresses;
  /** What became of a name that the change took out of its zone; undefined where it did not. */
  removal(name: Name, view: string): Removal | undefined;
  /** What is true of the name that a record of `zone` points at. */
  standingOf(reference: Reference, zone: LintZone): Standing;
  /** What the name that a record of `zone` points at offers to who wants to connect. */
  addressesOf(reference: Reference, zone: LintZone): Addresses;
  /** What a function makes of the whole world: made once for all rules and zones that ask for it. */
  derived<T>(make: (world: World) => T): T;
}

/** See World.standingOf. */
export function standingOf(world: World, reference: Reference, zone: LintZone): Standing {
  if (world.decidesAlone(zone) && reference.existsHere) return "exists";
  return world.standing(reference.target, zone.view);
}

/** See World.addressesOf. */
export function addressesOf(world: World, reference: Reference, zone: LintZone): Addresses {
  const seen = world.decidesAlone(zone) ? reference.addressesHere : undefined;
  return seen ?? world.addresses(reference.target, zone.view);
}

/** What a resolver would get that asks the repository's zones, after all aliases. */
export interface Resolved {
  /** The zone that had the last word, and the rows and RDATA of the records; none where there are no such records. */
  readonly zone: LintZone;
  readonly rows: readonly number[];
  readonly rdata: readonly Uint8Array[];
  /** Whether the name at the end of the aliases exists, be it by a wildcard. */
  readonly exists: boolean;
}

/** Zones that one chain of aliases is followed through. */
const mostZones = 16;

/** Looks a name up in the zones of one view; undefined where the repository cannot tell. */
export function resolve(world: World, view: string, name: Name, type: RRType): Resolved | undefined {
  let wanted = name;
  for (let passed = 0; passed < mostZones; passed += 1) {
    const zone = world.zoneOf(wanted, view);
    if (zone === undefined) return undefined;
    const { kind, answer, leaves, chain } = lookup(zone.zone, wanted, type);
    const found = answer.at(-1);
    if (kind === "answer" && found !== undefined)
      return { zone, rows: found.rows, rdata: found.rdata, exists: true };
    const next = leaves ?? (kind === "referral" ? chain.at(-1) : undefined);
    if (next === undefined)
      return zone.incomplete ? undefined : { zone, rows: [], rdata: [], exists: kind !== "nxdomain" };
    if (next === wanted) return undefined;
    wanted = next;
  }
  return undefined;
}
