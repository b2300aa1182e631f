import { compareRdata, type Name, nameKey, type RRType, type Zone } from "../../dns/index.ts";
import type { RecordChange } from "./change.ts";

interface Wanted {
  readonly owner: Name;
  readonly type: RRType;
  readonly rdata: Uint8Array;
  readonly ttl?: number | undefined;
}

/** Whether a zone became another by this change and nothing else, records compared in the order of the file. */
export function isOnlyChange(
  before: Zone,
  after: Zone,
  change: RecordChange,
  ttl: number | undefined,
): boolean {
  const least = Math.min(before.size, after.size);
  let head = 0;
  while (head < least && isSameRow(before, head, after, head)) head++;
  let tail = 0;
  while (head + tail < least && isSameRow(before, before.size - 1 - tail, after, after.size - 1 - tail))
    tail++;
  const gone = before.size - head - tail;
  const come = after.size - head - tail;
  const { owner, type, rdata } = change;
  if (gone !== (change.kind === "add" ? 0 : 1) || come !== (change.kind === "remove" ? 0 : 1)) return false;
  if (gone === 1 && !isRecord(before, head, { owner, type, rdata })) return false;
  if (change.kind === "remove") return true;
  return isRecord(after, head, { owner, type, rdata, ttl, ...(change.kind === "change" && change.to) });
}

export function isRecord(zone: Zone, row: number, wanted: Wanted): boolean {
  return (
    zone.type(row) === wanted.type &&
    (wanted.ttl === undefined || zone.ttl(row) === wanted.ttl) &&
    zone.ownerKey(row) === nameKey(wanted.owner) &&
    compareRdata(wanted.type, zone.rdata(row), wanted.rdata) === 0
  );
}

function isSameRow(a: Zone, rowOfA: number, b: Zone, rowOfB: number): boolean {
  return (
    a.type(rowOfA) === b.type(rowOfB) &&
    a.ttl(rowOfA) === b.ttl(rowOfB) &&
    Buffer.compare(a.rdata(rowOfA), b.rdata(rowOfB)) === 0 &&
    Buffer.compare(ownerWire(a, rowOfA), ownerWire(b, rowOfB)) === 0
  );
}

function ownerWire({ columns: { names, owner } }: Zone, row: number): Uint8Array {
  const id = owner[row]!;
  return names.octets.subarray(names.start[id], names.start[id + 1]);
}
