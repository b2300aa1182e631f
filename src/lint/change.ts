import { compareOctets, type Name, type RRset, type RRType, type Zone } from "../dns/index.ts";

/** An RRset of a zone that the change adds (no `before`), removes (no `after`) or gives another TTL or other data. */
export interface RRsetChange {
  /** Key form. */
  readonly owner: Name;
  readonly type: RRType;
  readonly before?: RRset;
  readonly after?: RRset;
}

/** The RRsets that differ between two contents of a zone: first those there are now, then those there were. */
export function rrsetChanges(before: Zone, after: Zone): readonly RRsetChange[] {
  if (before === after) return [];
  const found: RRsetChange[] = [];
  for (const now of after.rrsets()) {
    const { owner, type } = now;
    const was = before.rrset(owner, type);
    if (!was) found.push({ owner, type, after: now });
    else if (was.ttl !== now.ttl || !sameData(was, now)) found.push({ owner, type, before: was, after: now });
  }
  for (const was of before.rrsets()) {
    const { owner, type } = was;
    if (!after.rrset(owner, type)) found.push({ owner, type, before: was });
  }
  return found;
}

function sameData(a: RRset, b: RRset): boolean {
  return (
    a.canonical.length === b.canonical.length &&
    a.canonical.every((octets, at) => compareOctets(octets, b.canonical[at]!) === 0)
  );
}
