import type { RRType } from "../type.ts";
import type { ZoneColumns } from "./columns.ts";
import type { Splice } from "./splice.ts";

/** So many rows are looked through faster than any index of them. */
const FEW = 16;

/** Which rows each name owns, in the order of the rows. */
export class RowIndex {
  /** By key, where the name's rows start; one more entry than there are names. */
  readonly #start: Uint32Array;
  readonly #rows: Uint32Array;
  /** By row. */
  readonly #owners: Uint32Array;
  readonly #types: Uint16Array;
  /** By key, the rows by type of names that have more than a few and were asked for: an apex may have thousands. */
  readonly #large = new Map<number, ReadonlyMap<RRType, readonly number[]>>();

  private constructor(start: Uint32Array, rows: Uint32Array, { owner, type }: ZoneColumns) {
    this.#start = start;
    this.#rows = rows;
    this.#owners = owner;
    this.#types = type;
  }

  /** Built in two passes, without sorting. */
  static of(columns: ZoneColumns): RowIndex {
    const { owner, names } = columns;
    const { key } = names;
    // Counted, summed up to where each name's rows end, and filled from the last row down to where they start.
    const start = new Uint32Array(key.length + 1);
    for (let row = 0; row < owner.length; row++) start[key[owner[row]!]!]!++;
    for (let id = 1; id < start.length; id++) start[id]! += start[id - 1]!;
    const rows = new Uint32Array(owner.length);
    for (let row = owner.length - 1; row >= 0; row--) rows[--start[key[owner[row]!]!]!] = row;
    return new RowIndex(start, rows, columns);
  }

  /** The index of the zone with these columns, which a splice made of this one's; `touched` are its keys, ascending. */
  spliced(columns: ZoneColumns, { from, to, first, end }: Splice, touched: readonly number[]): RowIndex {
    const { owner, names } = columns;
    if (owner === this.#owners) return new RowIndex(this.#start, this.#rows, columns);
    const come = end - first;
    const shift = come - (to - from);
    const fresh = Map.groupBy(
      Array.from({ length: come }, (_, at) => from + at),
      (row) => names.key[owner[row]!]!,
    );
    const start = new Uint32Array(names.key.length + 1);
    const rows = new Uint32Array(owner.length);
    let filled = 0;
    /** Takes over the rows of the names from `key` up to `next`, none of which lost or got one. */
    const keep = (key: number, next: number) => {
      const [begin, stop] = [this.#startOf(key), this.#startOf(next)];
      const moved = filled - begin;
      if (moved === 0 && next <= this.#start.length) start.set(this.#start.subarray(key, next), key);
      else for (let id = key; id < next; id++) start[id] = this.#startOf(id) + moved;
      if (shift === 0) rows.set(this.#rows.subarray(begin, stop), filled);
      else {
        for (let at = begin; at < stop; at++) {
          const row = this.#rows[at]!;
          rows[at + moved] = row < from ? row : row + shift;
        }
      }
      filled += stop - begin;
    };
    let next = 0;
    for (const key of touched) {
      keep(next, key);
      start[key] = filled;
      const old = this.#rows.subarray(this.#startOf(key), this.#startOf(key + 1));
      for (const row of old) if (row < from) rows[filled++] = row;
      for (const row of fresh.get(key) ?? []) rows[filled++] = row;
      for (const row of old) if (row >= to) rows[filled++] = row + shift;
      next = key + 1;
    }
    keep(next, names.key.length);
    start[names.key.length] = filled;
    return new RowIndex(start, rows, columns);
  }

  /** How many rows the name with this key has. */
  count(key: number): number {
    return this.#start[key + 1]! - this.#start[key]!;
  }

  /** Its row number `at`, from 0, in the order of the rows. */
  rowAt(key: number, at: number): number {
    return this.#rows[this.#start[key]! + at]!;
  }

  /** The rows of the name with this key (see `NameColumns`), of one type or of all; none for -1. */
  rowsOf(key: number, type?: RRType): readonly number[] {
    if (key < 0) return [];
    if (type !== undefined && this.count(key) > FEW) return this.#byType(key).get(type) ?? [];
    const found: number[] = [];
    for (let at = this.#start[key]!; at < this.#start[key + 1]!; at++) {
      const row = this.#rows[at]!;
      if (type === undefined || this.#types[row] === type) found.push(row);
    }
    return found;
  }

  /** Whether the name with this key owns records, of one type or of any. */
  has(key: number, type?: RRType): boolean {
    if (key < 0) return false;
    const count = this.count(key);
    if (type === undefined) return count > 0;
    if (count > FEW) return this.#byType(key).has(type);
    for (let at = 0; at < count; at++) if (this.#types[this.rowAt(key, at)] === type) return true;
    return false;
  }

  /** Where the rows of a name start: at the end for one that was not there. */
  #startOf(key: number): number {
    return key < this.#start.length ? this.#start[key]! : this.#rows.length;
  }

  #byType(key: number): ReadonlyMap<RRType, readonly number[]> {
    let types = this.#large.get(key);
    if (types === undefined) {
      types = Map.groupBy(this.rowsOf(key), (row) => this.#types[row]!);
      this.#large.set(key, types);
    }
    return types;
  }
}
