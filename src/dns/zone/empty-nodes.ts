import type { NameColumns } from "./columns.ts";
import { equalCaseless, findName, NameTable } from "./name-table.ts";
import type { RowIndex } from "./row-index.ts";

/**
 * The names from the apex down that own no records but have names below them that do: empty non-terminals (RFC 4592
 * §2.2.2).
 */
export class EmptyNodes {
  readonly #empty: NameColumns;

  constructor(names: NameColumns, rows: RowIndex, apex: Uint8Array) {
    const empty = new NameTable(names.seed);
    const { octets, start, key } = names;
    for (let id = 0; id < key.length; id++) {
      if (key[id] !== id || !rows.has(id)) continue;
      const end = start[id + 1]!;
      const apexAt = end - apex.length;
      if (!isBelow(octets, start[id]!, end, apex)) continue;
      for (let at = parentAt(octets, start[id]!); at <= apexAt; at = parentAt(octets, at)) {
        if (rows.has(findName(names, octets, at, end))) break;
        const before = empty.count;
        empty.intern(octets, at, end);
        if (empty.count === before) break;
      }
    }
    this.#empty = empty.columns();
  }

  /** Whether the name in `octets` from `from` to `to` (wire form) is an empty non-terminal. */
  has(octets: Uint8Array, from: number, to: number): boolean {
    return findName(this.#empty, octets, from, to) >= 0;
  }
}

function parentAt(octets: Uint8Array, at: number): number {
  return at + octets[at]! + 1;
}

/** Whether the name from `from` to `to` is strictly below the apex, whose wire form is in lower case. */
function isBelow(octets: Uint8Array, from: number, to: number, apex: Uint8Array): boolean {
  const apexAt = to - apex.length;
  let at = from;
  while (at < apexAt) at = parentAt(octets, at);
  return from < apexAt && at === apexAt && equalCaseless(octets, apexAt, apex, 0, apex.length);
}
