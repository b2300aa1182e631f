import type { RRType } from "../type.ts";
import type { ZoneColumns } from "./columns.ts";

/** Which rows each name owns, in the order of the rows: built once in two passes, without sorting. */
export class RowIndex {
  readonly #start: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #types: Uint16Array;

  constructor(columns: ZoneColumns) {
    const { owner, names } = columns;
    const start = new Uint32Array(names.key.length + 1);
    for (const id of owner) start[names.key[id]! + 1]!++;
    for (let key = 1; key < start.length; key++) start[key]! += start[key - 1]!;
    const next = start.slice();
    const rows = new Uint32Array(owner.length);
    for (let row = 0; row < owner.length; row++) rows[next[names.key[owner[row]!]!]!++] = row;
    this.#start = start;
    this.#rows = rows;
    this.#types = columns.type;
  }

  /** The rows of the name with this key (see `NameColumns`), of one type or of all; none for -1. */
  rowsOf(key: number, type?: RRType): number[] {
    const found: number[] = [];
    if (key < 0) return found;
    for (let at = this.#start[key]!; at < this.#start[key + 1]!; at++) {
      const row = this.#rows[at]!;
      if (type === undefined || this.#types[row] === type) found.push(row);
    }
    return found;
  }

  /** Whether the name with this key owns records, of one type or of any. */
  has(key: number, type?: RRType): boolean {
    if (key < 0) return false;
    const end = this.#start[key + 1]!;
    for (let at = this.#start[key]!; at < end; at++) {
      if (type === undefined || this.#types[this.#rows[at]!] === type) return true;
    }
    return false;
  }
}
