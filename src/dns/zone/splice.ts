import type { ZoneColumns } from "./columns.ts";
import { NameTable } from "./name-table.ts";
import type { Column } from "./room.ts";

/** Other records in place of some of a zone's, where one file was read anew. */
export interface Replacement {
  /** The rows from `from` up to `to` go. */
  readonly from: number;
  readonly to: number;
  /** What comes instead: the columns of a zone of the same apex and the same file. */
  readonly by: ZoneColumns;
  /** How many lines and octets the rows from `to` on stand further down than before. */
  readonly lines: number;
  readonly octets: number;
}

/** A replacement less what is the same at its start and end: rows `first` up to `end` of `by` for those that go. */
export interface Splice extends Replacement {
  readonly first: number;
  readonly end: number;
}

/** Takes off what a replacement would replace by the same, place included. */
export function narrowed(columns: ZoneColumns, replacement: Replacement): Splice {
  const { by, lines, octets } = replacement;
  let { from, to } = replacement;
  let first = 0;
  let end = by.owner.length;
  const isSame = (row: number, other: number, lines: number, octets: number) =>
    columns.place.line[row]! + lines === by.place.line[other] &&
    columns.place.offset[row]! + octets === by.place.offset[other] &&
    isSameRecord(columns, row, by, other);
  while (from < to && first < end && isSame(from, first, 0, 0)) {
    from++;
    first++;
  }
  while (from < to && first < end && isSame(to - 1, end - 1, lines, octets)) {
    to--;
    end--;
  }
  return { ...replacement, from, to, first, end };
}

/**
 * The columns after it: shared with those before where they are the same, so that changing one address copies little,
 * and else copies. Names that are not used any more stay.
 */
export function spliced(columns: ZoneColumns, splice: Splice): ZoneColumns {
  const { by, from, to, first, end, lines, octets } = splice;
  const { rdata, rdataStart, place } = columns;
  const names = NameTable.over(columns.names);
  const owners = by.owner.subarray(first, end).map((id) => {
    const { start } = by.names;
    return names.intern(by.names.octets, start[id]!, start[id + 1]!);
  });
  const data = by.rdata.subarray(by.rdataStart[first], by.rdataStart[end]);
  const grownBy = data.length - (rdataStart[to]! - rdataStart[from]!);
  const starts = by.rdataStart
    .subarray(first, end)
    .map((at) => at - by.rdataStart[first]! + rdataStart[from]!);
  const isAsLong = owners.length === to - from;
  const put = <Kind extends Column>(column: Kind, rows: Kind, shift = 0) =>
    replaced(column, from, to, rows, shift);
  return {
    apex: columns.apex,
    names: names.handOver(),
    owner: put(columns.owner, owners),
    type: put(columns.type, by.type.subarray(first, end)),
    ttl: put(columns.ttl, by.ttl.subarray(first, end)),
    rdata: replaced(rdata, rdataStart[from]!, rdataStart[to]!, data, 0),
    rdataStart: put(rdataStart, starts, grownBy),
    place: {
      // All zeros, as there is one file: what is not written to takes no memory.
      file: isAsLong ? place.file : new Uint32Array(place.file.length - (to - from) + owners.length),
      line: put(place.line, by.place.line.subarray(first, end), lines),
      offset: put(place.offset, by.place.offset.subarray(first, end), octets),
    },
    files: columns.files,
  };
}

/** A column with `entries` in place of those from `from` up to `to`, and `shift` added to every entry after them. */
function replaced<Kind extends Column>(
  column: Kind,
  from: number,
  to: number,
  entries: Kind,
  shift: number,
): Kind {
  if (shift === 0 && isSameStretch(column, from, to, entries)) return column;
  const length = column.length - (to - from) + entries.length;
  const result = new (column.constructor as new (length: number) => Kind)(length);
  const rest = from + entries.length;
  result.set(column.subarray(0, from));
  result.set(entries, from);
  if (shift === 0) result.set(column.subarray(to), rest);
  else for (let at = rest; at < length; at++) result[at] = column[at - rest + to]! + shift;
  return result;
}

function isSameStretch(column: Column, from: number, to: number, entries: Column): boolean {
  return entries.length === to - from && entries.every((entry, at) => entry === column[from + at]);
}

/** The keys of the names that lost or got records in a splice, ascending. `before` and `after` are its columns. */
export function touchedKeys(before: ZoneColumns, after: ZoneColumns, splice: Splice): readonly number[] {
  const { from, to, first, end } = splice;
  // A name of before has the same key after.
  const { key } = after.names;
  const owners = [...before.owner.subarray(from, to), ...after.owner.subarray(from, from + end - first)];
  return [...new Set(owners.map((id) => key[id]!))].sort((a, b) => a - b);
}

function isSameRecord(a: ZoneColumns, row: number, b: ZoneColumns, other: number): boolean {
  return (
    a.type[row] === b.type[other] &&
    a.ttl[row] === b.ttl[other] &&
    Buffer.compare(rdataAt(a, row), rdataAt(b, other)) === 0 &&
    Buffer.compare(nameAt(a, row), nameAt(b, other)) === 0
  );
}

function rdataAt({ rdata, rdataStart }: ZoneColumns, row: number): Uint8Array {
  return rdata.subarray(rdataStart[row], rdataStart[row + 1]);
}

/** The owner of a row, as spelled, in wire form. */
function nameAt({ names, owner }: ZoneColumns, row: number): Uint8Array {
  const id = owner[row]!;
  return names.octets.subarray(names.start[id], names.start[id + 1]);
}
