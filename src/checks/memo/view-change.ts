import {
  isAtOrBelow,
  isWildcard,
  type Name,
  parentOf,
  type RRType,
  TYPE,
  type Zone,
} from "../../dns/index.ts";
import { matchesName, type NamePattern } from "../name-pattern.ts";

/** What may be answered differently after zones of a view changed. */
export interface ViewChange {
  /** Names of which the records changed, in key form. */
  readonly names: ReadonlySet<Name>;
  /** Those of them that have other types than before. */
  readonly retyped: ReadonlySet<Name>;
  /** Names at and below which any answer may be different. */
  readonly tops: ReadonlySet<Name>;
  /** Those of them at and below which other zones, or none, may answer than before. */
  readonly cuts: ReadonlySet<Name>;
}

type Growing = { readonly [K in keyof ViewChange]: Set<Name> };

/** So many names are held against another one by one: most changes have no more. */
const FEW = 4;

/** Types that decide about all names below their owner. */
const ABOVE_OTHERS: readonly RRType[] = [TYPE.NS, TYPE.DNAME];

/**
 * What differs between two states of a view. An answer about a name depends on the records of that name, on cuts,
 * DNAMEs and wildcards above it, and on which of the names above it exist (RFC 1034 §4.3.2, RFC 4592 §3.3).
 */
export function changeBetween(before: readonly Zone[], after: readonly Zone[]): ViewChange {
  const change: Growing = { names: new Set(), retyped: new Set(), tops: new Set(), cuts: new Set() };
  const old = new Map(before.map((zone) => [zone.apex, zone]));
  const now = new Map(after.map((zone) => [zone.apex, zone]));
  for (const apex of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(apex), now.get(apex)];
    if (a === b) continue;
    const owners = a && b?.ownersChangedSince(a);
    if (a && b && owners) for (const owner of owners) addOwner(owner, a, b, change);
    else addCut(apex, change);
  }
  return change;
}

/** Whether an answer that came by way of one of these names may be different. */
export function affects({ names, tops }: ViewChange, passed: ReadonlySet<Name>): boolean {
  for (const name of names) if (passed.has(name)) return true;
  if (tops.size > 0) for (const name of passed) if (isBelowAny(name, tops)) return true;
  return false;
}

/** Whether the names at or below one, or their types, may be different. */
export function affectsWalk({ retyped, cuts }: ViewChange, top: Name): boolean {
  if (isBelowAny(top, cuts)) return true;
  for (const name of retyped) if (isAtOrBelow(name, top)) return true;
  for (const name of cuts) if (isAtOrBelow(name, top)) return true;
  return false;
}

/** Whether there may be other names that are like a pattern, or the same with other types. */
export function affectsNames({ retyped, cuts }: ViewChange, pattern: NamePattern): boolean {
  if (isBelowAny(pattern.top, cuts)) return true;
  for (const name of cuts) if (isAtOrBelow(name, pattern.top)) return true;
  for (const name of retyped) if (matchesName(pattern, name)) return true;
  return false;
}

function addOwner(owner: Name, before: Zone, after: Zone, change: Growing): void {
  change.names.add(owner);
  const [a, b] = [before.types(owner), after.types(owner)];
  if (a.length !== b.length || a.some((type, at) => type !== b[at])) change.retyped.add(owner);
  const isApex = owner === after.apex;
  const decides = (type: RRType) =>
    (type !== TYPE.NS || !isApex) && ABOVE_OTHERS.includes(type) && (a.includes(type) || b.includes(type));
  if (ABOVE_OTHERS.some(decides)) addCut(owner, change);
  if (isWildcard(owner)) change.tops.add(parentOf(owner)!);
  for (
    let name: Name | undefined = owner;
    name !== undefined && name !== after.apex && before.exists(name) !== after.exists(name);
    name = parentOf(name)
  ) {
    change.tops.add(name);
    if (isWildcard(name)) change.tops.add(parentOf(name)!);
  }
}

function addCut(name: Name, { tops, cuts }: Growing): void {
  tops.add(name);
  cuts.add(name);
}

function isBelowAny(name: Name, tops: ReadonlySet<Name>): boolean {
  if (tops.size <= FEW) {
    for (const top of tops) if (name.endsWith(top) && isAtOrBelow(name, top)) return true;
    return false;
  }
  for (let at: Name | undefined = name; at !== undefined; at = parentOf(at)) if (tops.has(at)) return true;
  return false;
}
