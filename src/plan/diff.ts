import { compareNames, type Name, type RRset, rdataToText, TYPE, typeName, type Zone } from "../dns/index.ts";
import type { Change, RRsetValue, SerialPolicy } from "./plan.ts";

/** Stands where the serial of a managed SOA would: the number in the file means nothing. */
const MANAGED_SERIAL = "(managed)";

/**
 * What happens to each RRset between two contents of a zone, in canonical order; undefined is a zone that is not
 * there. Spelling, order, letter case and comments are no change; nor is the serial of a managed zone.
 */
export function diffZones(before: Zone | undefined, after: Zone | undefined, serial: SerialPolicy): Change[] {
  if (before === after) return [];
  const owners = before && after?.ownersChangedSince(before);
  const found: { rrset: RRset; change: Change }[] = [];
  for (const rrset of rrsetsOf(after, owners)) {
    const change = changeTo(before?.rrset(rrset.owner, rrset.type), rrset, serial);
    if (change) found.push({ rrset, change });
  }
  for (const rrset of rrsetsOf(before, owners)) {
    if (after?.rrset(rrset.owner, rrset.type)) continue;
    found.push({ rrset, change: { op: "remove", before: presented(rrset, serial) } });
  }
  if (before && after) found.sort((a, b) => compareRRsets(a.rrset, b.rrset));
  return found.map(({ change }) => change);
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
  if (!before) return { op: "add", after: presented(after, serial) };
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

function compareRRsets(a: RRset, b: RRset): number {
  return compareNames(a.owner, b.owner) || a.type - b.type;
}
