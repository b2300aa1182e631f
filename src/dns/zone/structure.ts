import { compareOctets } from "../octets.ts";
import { canonicalRdata } from "../rdata/rdata.ts";
import { type RRType, TYPE } from "../type.ts";
import type { ZoneColumns } from "./columns.ts";
import { equalCaseless } from "./name-table.ts";
import type { RowIndex } from "./row-index.ts";

const { CNAME, RRSIG, NSEC, KEY } = TYPE;

const ALIAS = 1;
const OTHER = 2;
const CROWDED = ALIAS | OTHER;

/** Whether the type may stand beside a CNAME (RFC 2181 §10.1, RFC 4034 §3 and §4, RFC 3007 §3.1.1). */
function standsBesideAlias(type: RRType): boolean {
  return type === RRSIG || type === NSEC || type === KEY;
}

/**
 * The CNAME records whose owner has records besides that no alias may have, a second CNAME included (RFC 1034 §3.6.2),
 * by row and in file order. Two passes over the columns; nothing is made for names that are well.
 */
export function crowdedAliases({ owner, type, names }: ZoneColumns): number[] {
  const has = new Uint8Array(names.key.length);
  let isCrowded = false;
  for (let row = 0; row < owner.length; row++) {
    if (standsBesideAlias(type[row]!)) continue;
    const key = names.key[owner[row]!]!;
    const before = has[key]!;
    const after = type[row] !== CNAME ? before | OTHER : before === ALIAS ? CROWDED : before | ALIAS;
    has[key] = after;
    if (after === CROWDED) isCrowded = true;
  }
  const rows: number[] = [];
  for (let row = 0; row < owner.length && isCrowded; row++) {
    if (type[row] === CNAME && has[names.key[owner[row]!]!] === CROWDED) rows.push(row);
  }
  return rows;
}

/** A record that says what another one before it has said. */
export interface Repetition {
  readonly row: number;
  readonly first: number;
}

/** Up to so many records of one owner are compared each with each; beyond that it would show. */
const FEW = 16;

/** The records that repeat one before them: same owner, type and, in canonical form, data (RFC 2181 §5). */
export function repetitions(columns: ZoneColumns, index: RowIndex): Repetition[] {
  const found: Repetition[] = [];
  const { key } = columns.names;
  for (let id = 0; id < key.length; id++) {
    const count = index.count(id);
    if (count < 2) continue;
    if (count <= FEW) compareEach(columns, index, id, count, found);
    else compareByContent(columns, index.rowsOf(id), found);
  }
  return found.sort((a, b) => a.row - b.row);
}

function compareEach(
  columns: ZoneColumns,
  index: RowIndex,
  key: number,
  count: number,
  found: Repetition[],
): void {
  for (let later = 1; later < count; later++) {
    const row = index.rowAt(key, later);
    for (let earlier = 0; earlier < later; earlier++) {
      const first = index.rowAt(key, earlier);
      if (!isSame(columns, first, row)) continue;
      found.push({ row, first });
      break;
    }
  }
}

function compareByContent(columns: ZoneColumns, rows: readonly number[], found: Repetition[]): void {
  const firsts = new Map<string, number>();
  for (const row of rows) {
    const type = columns.type[row]!;
    const content = `${type} ${Buffer.from(canonicalRdata(type, rdataOf(columns, row))).toString("latin1")}`;
    const first = firsts.get(content);
    if (first === undefined) firsts.set(content, row);
    else found.push({ row, first });
  }
}

/** Compares the octets first, as data differs in more than the case of letters nearly always. */
function isSame(columns: ZoneColumns, a: number, b: number): boolean {
  const { type, rdata, rdataStart } = columns;
  if (type[a] !== type[b]) return false;
  const length = rdataStart[a + 1]! - rdataStart[a]!;
  if (rdataStart[b + 1]! - rdataStart[b]! !== length) return false;
  if (!equalCaseless(rdata, rdataStart[a]!, rdata, rdataStart[b]!, length)) return false;
  const canonical = (row: number) => canonicalRdata(type[row]!, rdataOf(columns, row));
  return compareOctets(canonical(a), canonical(b)) === 0;
}

function rdataOf({ rdata, rdataStart }: ZoneColumns, row: number): Uint8Array {
  return rdata.subarray(rdataStart[row], rdataStart[row + 1]);
}
