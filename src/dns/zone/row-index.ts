import type { RRType } from "../type.ts";
import type { ZoneColumns } from "./columns.ts";

/** So many rows are looked through faster than any index of them. */
const FEW = 16;

/** Which rows each name owns, in the order of the rows: built once in two passes, without sorting. */
export class RowIndex {
  readonly #start: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #types: Uint16Array;
  /** By key, the rows by type of names that have more than a few and were asked for: an apex may have thousands. */
  readonly #large = new Map<number, ReadonlyMap<RRType, readonly number[]>>();

  constructor(columns: ZoneColumns) {
    const { owner, names } = columns;
    const { key } = names;
    // Counted, summed up to where each name's rows end, and filled from the last row down to where they start.
    const start = new Uint32Array(key.length + 1);
    for (let row = 0; row < owner.length; row++) start[key[owner[row]!]!]!++;
    for (let id = 1; id < start.length; id++) start[id]! += start[id - 1]!;
    const rows = new Uint32Array(owner.length);
    for (let row = owner.length - 1; row >= 0; row--) rows[--start[key[owner[row]!]!]!] = row;
    this.#start = start;
    this.#rows = rows;
    this.#types = columns.type;
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

  #byType(key: number): ReadonlyMap<RRType, readonly number[]> {
    let types = this.#large.get(key);
    if (types === undefined) {
      types = Map.groupBy(this.rowsOf(key), (row) => this.#types[row]!);
      this.#large.set(key, types);
    }
    return types;
  }
}
