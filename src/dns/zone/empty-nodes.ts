import { lowerCase } from "../octets.ts";
import type { NameColumns } from "./columns.ts";
import { equalCaseless, findName, NameTable } from "./name-table.ts";
import type { RowIndex } from "./row-index.ts";

/** A zone's owners: names, their rows, and the apex in lower case. */
interface Owners {
  readonly names: NameColumns;
  readonly rows: RowIndex;
  readonly apex: Uint8Array;
}

/** For each owner that goes all names are looked through, so that for more it is better to start anew. */
const MOST_GONE = 8;

/**
 * The names from the apex down that own no records but have names below them that do: empty non-terminals (RFC 4592
 * §2.2.2). A name among them may have come to own records since; that it exists is still true.
 */
export class EmptyNodes {
  readonly #empty: NameColumns;
  /** Those of them that were left with nothing below, as `textOf` has them. */
  readonly #gone: ReadonlySet<string>;

  private constructor(empty: NameColumns, gone: ReadonlySet<string>) {
    this.#empty = empty;
    this.#gone = gone;
  }

  static of(owners: Owners): EmptyNodes {
    const { names, rows } = owners;
    const empty = new NameTable(names.seed);
    for (let id = 0; id < names.key.length; id++) {
      if (names.key[id] === id && rows.has(id)) addAbove(owners, id, empty);
    }
    return new EmptyNodes(empty.columns(), new Set());
  }

  /** Those of the zone with these owners, which has `come` more, by key, and lacks `gone`. Undefined if that is too much. */
  changed(owners: Owners, come: readonly number[], gone: readonly number[]): EmptyNodes | undefined {
    if (gone.length > MOST_GONE) return undefined;
    if (come.length + gone.length === 0) return this;
    const empty = NameTable.over(this.#empty);
    const left = new Set(this.#gone);
    for (const key of come) addAbove(owners, key, empty, left);
    for (const key of gone) takeAway(owners, key, empty, left);
    return new EmptyNodes(empty.handOver(), left);
  }

  /** Whether the name in `octets` from `from` to `to` (wire form) is an empty non-terminal. */
  has(octets: Uint8Array, from: number, to: number): boolean {
    if (findName(this.#empty, octets, from, to) < 0) return false;
    return this.#gone.size === 0 || !this.#gone.has(textOf(octets, from, to));
  }
}

/** Adds the names without rows above the owner with this key, up to the first that has some or is there already. */
function addAbove({ names, rows, apex }: Owners, key: number, empty: NameTable, gone?: Set<string>): void {
  const { octets, start } = names;
  const end = start[key + 1]!;
  const apexAt = apexIn(octets, start[key]!, end, apex);
  if (apexAt <= start[key]!) return;
  for (let at = parentAt(octets, start[key]!); at <= apexAt; at = parentAt(octets, at)) {
    if (rows.has(findName(names, octets, at, end))) return;
    const before = empty.count;
    empty.intern(octets, at, end);
    const isBack = gone !== undefined && gone.size > 0 && gone.delete(textOf(octets, at, end));
    if (empty.count === before && !isBack) return;
  }
}

/** The owner with this key has no rows any more: it or names above it may be empty now, or nothing at all. */
function takeAway(owners: Owners, key: number, empty: NameTable, gone: Set<string>): void {
  const { names, rows, apex } = owners;
  const { octets, start } = names;
  const end = start[key + 1]!;
  const apexAt = apexIn(octets, start[key]!, end, apex);
  for (let at = start[key]!; at <= apexAt; at = parentAt(octets, at)) {
    if (rows.has(findName(names, octets, at, end))) return;
    empty.intern(octets, at, end);
    if (hasOwnerBelow(owners, octets.subarray(at, end))) {
      gone.delete(textOf(octets, at, end));
      return;
    }
    gone.add(textOf(octets, at, end));
  }
}

function hasOwnerBelow({ names, rows }: Owners, name: Uint8Array): boolean {
  const { octets, start, key } = names;
  for (let id = 0; id < key.length; id++) {
    const at = start[id + 1]! - name.length;
    if (at <= start[id]! || octets[at] !== name[0] || !rows.has(key[id]!)) continue;
    if (apexIn(octets, start[id]!, start[id + 1]!, name) === at) return true;
  }
  return false;
}

function parentAt(octets: Uint8Array, at: number): number {
  return at + octets[at]! + 1;
}

/** Where in the name from `from` to `to` the apex starts, at or below which it is; -1 if it is not. */
function apexIn(octets: Uint8Array, from: number, to: number, apex: Uint8Array): number {
  const apexAt = to - apex.length;
  let at = from;
  while (at < apexAt) at = parentAt(octets, at);
  return at === apexAt && equalCaseless(octets, apexAt, apex, 0, apex.length) ? apexAt : -1;
}

/** A name in lower case, as text that no other name has. */
function textOf(octets: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(lowerCase[octets[at]!]!);
  return text;
}
