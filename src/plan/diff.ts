import {
  compareNames,
  type Name,
  type RRset,
  type RRType,
  rdataToText,
  TYPE,
  typeName,
  type Zone,
} from "../dns/index.ts";
import type { Change, RRsetValue, SerialPolicy } from "./plan.ts";

/** Stands where the serial of a managed SOA would: the number in the file means nothing. */
const MANAGED_SERIAL = "(managed)";

/**
 * What happens to each RRset between two contents of a zone, in canonical order; undefined is a zone that is not
 * there. Spelling, order, letter case and comments are no change; nor is the serial of a managed zone.
 */
export function diffZones(before: Zone | undefined, after: Zone | undefined, serial: SerialPolicy): Change[] {
  if (before === after) return [];
  if (!before) return Array.from(rrsetsOf(after, undefined), (rrset) => added(rrset, serial));
  if (!after) return Array.from(rrsetsOf(before, undefined), (rrset) => removed(rrset, serial));
  const owners = after.ownersChangedSince(before);
  const found: Found[] = [];
  for (const rrset of rrsetsOf(after, owners)) {
    const change = changeTo(before.rrset(rrset.owner, rrset.type), rrset, serial);
    if (change) found.push({ owner: rrset.owner, type: rrset.type, change });
  }
  for (const rrset of rrsetsOf(before, owners)) {
    const { owner, type } = rrset;
    if (after.rows(owner, type).length === 0) found.push({ owner, type, change: removed(rrset, serial) });
  }
  return found.sort(compareFound).map(({ change }) => change);
}

/** A change, and where it belongs; not the RRset, whose octets would be kept with it. */
interface Found {
  readonly owner: Name;
  readonly type: RRType;
  readonly change: Change;
}

function added(rrset: RRset, serial: SerialPolicy): Change {
  return { op: "add", after: presented(rrset, serial) };
}

function removed(rrset: RRset, serial: SerialPolicy): Change {
  return { op: "remove", before: presented(rrset, serial) };
}

/** The RRsets of some owners; of all, in canonical order, where it is not known which. */
function* rrsetsOf(zone: Zone | undefined, owners: ReadonlySet<Name> | undefined): Iterable<RRset> {
  if (owners === undefined) yield* zone?.rrsets() ?? [];
  else
    for (const owner of owners) for (const type of zone?.types(owner) ?? []) yield zone!.rrset(owner, type)!;
}

/** What the change leaves, or takes away where it leaves nothing. */
export function subjectOf(change: Change): RRsetValue {
  return change.op === "remove" ? change.before : change.after;
}

function changeTo(before: RRset | undefined, after: RRset, serial: SerialPolicy): Change | undefined {
  if (!before) return added(after, serial);
  if (before.ttl === after.ttl && sameOctets(before.canonical, after.canonical)) return undefined;
  const change = {
    op: "change",
    before: presented(before, serial),
    after: presented(after, serial),
  } as const;
  return sameValue(change.before, change.after) ? undefined : change;
}

function presented(rrset: RRset, serial: SerialPolicy): RRsetValue {
  const texts = rrset.canonical.map((rdata) => rdataToText(rrset.type, rdata));
  const managed = serial === "managed" && rrset.type === TYPE.SOA;
  return {
    owner: rrset.owner,
    type: typeName(rrset.type),
    ttl: rrset.ttl,
    rdata: managed ? texts.map(withoutSerial) : texts,
  };
}

/** MNAME, RNAME, SERIAL and four timers; no field of a SOA can hold a space. */
function withoutSerial(soa: string): string {
  return soa.split(" ").with(2, MANAGED_SERIAL).join(" ");
}

function sameOctets(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  return a.length === b.length && a.every((octets, index) => Buffer.compare(octets, b[index]!) === 0);
}

function sameValue(a: RRsetValue, b: RRsetValue): boolean {
  return (
    a.ttl === b.ttl && a.rdata.length === b.rdata.length && a.rdata.every((text, i) => text === b.rdata[i])
  );
}

function compareFound(a: Found, b: Found): number {
  return compareNames(a.owner, b.owner) || a.type - b.type;
}
