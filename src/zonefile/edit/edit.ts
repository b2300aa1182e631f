import type { Diagnostic } from "../../diagnostic/index.ts";
import { nameKey, typeName, type Zone } from "../../dns/index.ts";
import { type ParseOptions, type ParseResult, parseZone } from "../parser.ts";
import { addAfter, insertAfter, plainLine } from "./add.ts";
import { alterData, alterTtl, dropTtl } from "./alter.ts";
import type { EditResult, RecordChange, Refusal } from "./change.ts";
import { isOnlyChange, isRecord } from "./difference.ts";
import { type Entry, entryAt, textOf } from "./entry.ts";
import { isWritten, neighbours } from "./neighbour.ts";
import { removeEntry } from "./remove.ts";
import { type Splice, withSplices } from "./splice.ts";
import { recordAfter, surroundingsOf } from "./surroundings.ts";

interface Editing {
  readonly options: ParseOptions;
  readonly octets: Uint8Array;
  readonly before: ParseResult;
}

/** Ways to make a change, the best first, and the line they are about. */
interface Ways {
  readonly ways: readonly (readonly Splice[])[];
  readonly line?: number;
  /** The TTL the record is to have; undefined: whatever it inherits. */
  readonly ttl?: number | undefined;
}

/**
 * The zone's own file with one record added, removed or changed and every other octet as it was, the record written as
 * its neighbours are. What comes out was read again: it gives the records of before but for that one, and no error more.
 * Refused with a reason where that cannot be had: for a record that `$GENERATE` makes or that stands in an included
 * file, which is named; for one that other records take their TTL from; for data in parentheses that would need more or
 * fewer tokens.
 */
export function editZone(options: ParseOptions, change: RecordChange): EditResult {
  const octets = options.read(options.file);
  if (octets === undefined) return { refusal: "there is no such file", file: options.file };
  const editing: Editing = { options, octets, before: parseZone(options) };
  const found = change.kind === "add" ? waysToAdd(editing, change) : waysToEdit(editing, change);
  return "refusal" in found ? found : firstThatHolds(editing, change, found);
}

function firstThatHolds(editing: Editing, change: RecordChange, { ways, line, ttl }: Ways): EditResult {
  const { options, before } = editing;
  const known = errorsOf(before).length;
  let newError: Diagnostic | undefined;
  for (const splices of ways) {
    const octets = withSplices(editing.octets, splices);
    const read = (path: string) => (path === options.file ? octets : options.read(path));
    const after = parseZone({ ...options, read });
    if (errorsOf(after).length > known) newError ??= errorsOf(after).at(-1);
    else if (isOnlyChange(before.zone, after.zone, change, ttl)) return { octets };
  }
  const inherited = "records after it take their TTL or owner from it, and would change too";
  const refusal = newError ? `it would be an error: ${newError.message}` : inherited;
  return { refusal, file: options.file, ...(line !== undefined && { line }) };
}

function errorsOf({ diagnostics }: ParseResult): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

function waysToAdd(editing: Editing, change: RecordChange & { kind: "add" }): Ways | Refusal {
  const { octets, options, before } = editing;
  const { file } = options;
  const { owner, type, rdata } = change;
  const there = before.zone
    .rows(owner, type)
    .find((row) => isRecord(before.zone, row, { owner, type, rdata }));
  if (there !== undefined)
    return { refusal: "the zone has this record already", ...placeOf(before.zone, there) };
  const ttl = change.ttl ?? before.zone.rrset(owner, type)?.ttl;
  const record = { owner, type, rdata, ttl };
  const rows = neighbours(before.zone, owner, type, file, octets);
  const ways = rows.flatMap((row) => {
    const place = before.zone.place(row);
    const at = entryAt(octets, place.offset, place.line);
    if (!at) return [];
    const sameOwner = before.zone.ownerKey(row) === nameKey(owner);
    const entry = sameOwner ? at : endOfGroup(octets, at);
    const surroundings = surroundingsOf(octets, entry.start, options.origin);
    return addAfter(octets, { entry, sameOwner, surroundings }, record);
  });
  if (rows.length > 0) return { ways, ttl };
  const { origin } = surroundingsOf(octets, octets.length, options.origin);
  const last = { text: textOf(octets, Math.max(0, octets.length - 2), octets.length), end: octets.length };
  return { ways: [[insertAfter(octets, last, plainLine(record, origin))]], ttl };
}

/** The last record that inherits its owner from an entry. */
function endOfGroup(octets: Uint8Array, entry: Entry): Entry {
  let last = entry;
  for (;;) {
    const next = recordAfter(octets, last);
    if (!next?.record.indented || next.crossed) return last;
    last = next.record;
  }
}

function waysToEdit(editing: Editing, change: RecordChange & { kind: "remove" | "change" }): Ways | Refusal {
  const { octets, options, before } = editing;
  const { zone } = before;
  const row = rowOf(zone, change);
  if (typeof row !== "number") return { ...row, file: row.file ?? options.file };
  const place = zone.place(row);
  if (place.file !== options.file)
    return {
      refusal: `the record stands in the included file ${place.file}: edit that`,
      ...placeOf(zone, row),
    };
  if (!isWritten(zone, row, options.file, octets))
    return { refusal: "the record is made by $GENERATE: change that line", ...placeOf(zone, row) };
  const entry = entryAt(octets, place.offset, place.line);
  if (!entry) return { refusal: "the record cannot be found in its file", ...placeOf(zone, row) };
  const { line } = place;
  if (change.kind === "remove") return { ways: [removeEntry(octets, entry, zone.owner(row))], line };
  return waysToChange(editing, change, row, entry);
}

function waysToChange(
  { octets, options, before: { zone } }: Editing,
  { owner, type, rdata, to }: RecordChange & { kind: "change" },
  row: number,
  entry: Entry,
): Ways | Refusal {
  const place = placeOf(zone, row);
  const wanted = { owner, type, rdata: to.rdata ?? rdata };
  const same = zone.rows(owner, type).filter((one) => isRecord(zone, one, wanted));
  if (same.includes(row) && (to.ttl ?? zone.ttl(row)) === zone.ttl(row))
    return { refusal: "the record is like that already", ...place };
  if (same.length > 0 && !same.includes(row))
    return { refusal: "the zone has that record already", ...placeOf(zone, same[0]!) };
  const { origin, nearby } = surroundingsOf(octets, entry.start, options.origin);
  const data = to.rdata === undefined ? [] : alterData(entry, type, to.rdata, origin);
  if (data === undefined)
    return { refusal: "its data stands in parentheses, and would need more or fewer fields", ...place };
  const ttl = to.ttl ?? zone.ttl(row);
  if (ttl === zone.ttl(row)) return { ways: [data], line: place.line, ttl };
  const mayOmit = entry.ttl !== undefined && nearby.some((one) => one.ttl === undefined);
  const ways = [...(mayOmit ? [dropTtl(entry)] : []), alterTtl(entry, ttl)];
  return { ways: ways.map((splices) => [...splices, ...data]), line: place.line, ttl };
}

/** The one row the change is about, or why there is not exactly one. */
function rowOf(
  zone: Zone,
  { owner, type, rdata, line }: RecordChange & { kind: "remove" | "change" },
): number | (Omit<Refusal, "file"> & { readonly file?: string }) {
  const all = zone.rows(owner, type).filter((row) => isRecord(zone, row, { owner, type, rdata }));
  const rows = line === undefined ? all : all.filter((row) => zone.place(row).line === line);
  const [row, second] = rows;
  if (row === undefined) return { refusal: `the zone has no such ${typeName(type)} record of ${owner}` };
  if (second === undefined) return row;
  const lines = rows.map((one) => zone.place(one).line).join(", ");
  return {
    refusal: `the record stands there ${rows.length} times, in lines ${lines}: say which`,
    ...placeOf(zone, row),
  };
}

function placeOf(zone: Zone, row: number): { readonly file: string; readonly line: number } {
  const { file, line } = zone.place(row);
  return { file, line };
}
