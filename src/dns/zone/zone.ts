import { InvariantError } from "../../base/index.ts";
import { type Name, nameKey } from "../name.ts";
import { nameFromWire, nameToWire } from "../name-wire.ts";
import { type RRType, TYPE } from "../type.ts";
import type { ZoneColumns } from "./columns.ts";
import { EmptyNodes } from "./empty-nodes.ts";
import { Lineage } from "./lineage.ts";
import { findName } from "./name-table.ts";
import { resortNames, sortNames } from "./owner-order.ts";
import { rowsPointingAt } from "./pointing.ts";
import { RowIndex } from "./row-index.ts";
import { distinctRdata, type RRset } from "./rrset.ts";
import { readSoa, type Soa, serialOffset } from "./soa.ts";
import { narrowed, type Replacement, type Splice, spliced, touchedKeys } from "./splice.ts";
import { crowdedAliases, type Repetition, repetitions } from "./structure.ts";

/**
 * A zone: records as columns, in file order. Row numbers are stable. Objects are made only for what is asked for, and
 * indexes when they are first needed. Owners may lie outside the apex: a parser keeps what it read, and it is for the
 * rules to complain.
 */
export class Zone {
  readonly columns: ZoneColumns;
  #rowIndex: RowIndex | undefined;
  #emptyNodes: EmptyNodes | undefined;
  #ownerKeys: Uint32Array | undefined;
  #soa: Soa | undefined;
  #lineage = Lineage.fresh();
  /** The apex in wire form. */
  readonly apexWire: Uint8Array;

  constructor(columns: ZoneColumns) {
    this.columns = columns;
    this.apexWire = nameToWire(columns.apex);
  }

  /** The apex, in key form. */
  get apex(): Name {
    return this.columns.apex;
  }

  /** How many records there are. */
  get size(): number {
    return this.columns.owner.length;
  }

  /** The owner of a row, as written. */
  owner(row: number): Name {
    return this.#nameOf(this.columns.owner[row]!);
  }

  ownerKey(row: number): Name {
    return nameKey(this.owner(row));
  }

  type(row: number): RRType {
    return this.columns.type[row]!;
  }

  ttl(row: number): number {
    return this.columns.ttl[row]!;
  }

  /** The RDATA of a row in uncompressed wire form: a view, not to be written to. */
  rdata(row: number): Uint8Array {
    const { rdata, rdataStart } = this.columns;
    return rdata.subarray(rdataStart[row], rdataStart[row + 1]);
  }

  /** Where a record stands: its file, its 1-based line, and the octet of the file at which it starts. */
  place(row: number): { file: string; line: number; offset: number } {
    const { place, files } = this.columns;
    return { file: files[place.file[row]!]!, line: place.line[row]!, offset: place.offset[row]! };
  }

  /** The rows of an owner, in any case, of one type or of all; in file order. */
  rows(owner: Name, type?: RRType): readonly number[] {
    return this.#index.rowsOf(this.#keyOf(owner), type);
  }

  /** The types an owner has records of, ascending. */
  types(owner: Name): readonly RRType[] {
    return this.#rowsByType(this.#keyOf(owner)).map((rows) => this.type(rows[0]!));
  }

  /** Whether a name owns records or is an empty non-terminal. Names below a zone cut count like any other. */
  exists(name: Name): boolean {
    return this.existsWire(nameToWire(name), 0);
  }

  /**
   * These three are `exists`, `rows` and whether there are any, for the name that stands in `octets` from `from` to
   * their end, in uncompressed wire form: for walking up and down a name without making strings.
   */
  existsWire(octets: Uint8Array, from: number): boolean {
    return this.hasWire(octets, from) || this.#empty.has(octets, from, octets.length);
  }

  rowsWire(octets: Uint8Array, from: number, type?: RRType): readonly number[] {
    return this.#index.rowsOf(findName(this.columns.names, octets, from, octets.length), type);
  }

  hasWire(octets: Uint8Array, from: number, type?: RRType): boolean {
    return this.#index.has(findName(this.columns.names, octets, from, octets.length), type);
  }

  /** The key (see `NameColumns`) of the name in `octets` from `from` to `to`, in uncompressed wire form; -1 for none. */
  keyWire(octets: Uint8Array, from: number, to: number): number {
    return findName(this.columns.names, octets, from, to);
  }

  /** Every name that owns records, in key form and canonical order. */
  owners(): readonly Name[] {
    return Array.from(this.#sortedKeys, (key) => nameKey(this.#nameOf(key)));
  }

  rrset(owner: Name, type: RRType): RRset | undefined {
    const rows = this.rows(owner, type);
    return rows.length === 0 ? undefined : this.#rrsetOf(nameKey(owner), rows);
  }

  /** Every RRset, in canonical order of owners and ascending types. */
  *rrsets(): Iterable<RRset> {
    for (const key of this.#sortedKeys) {
      const owner = nameKey(this.#nameOf(key));
      for (const rows of this.#rowsByType(key)) yield this.#rrsetOf(owner, rows);
    }
  }

  /** The rows of every RRset, in the same order: where its owner's name is not wanted, and costs more than the rest. */
  *rowSets(): Iterable<readonly number[]> {
    for (const key of this.#sortedKeys) yield* this.#rowsByType(key);
  }

  /** See `rowsPointingAt`: looks at every row. */
  rowsPointingAt(name: Name): readonly number[] {
    return rowsPointingAt(this.columns, nameToWire(name));
  }

  /** See `crowdedAliases`. */
  crowdedAliases(): readonly number[] {
    return crowdedAliases(this.columns);
  }

  /** See `repetitions`. */
  repetitions(): readonly Repetition[] {
    return repetitions(this.columns, this.#index);
  }

  /** The SOA record of the apex, the first if there are several; undefined if there is none that can be read. */
  soa(): Soa | undefined {
    if (this.#soa === undefined) {
      const row = this.rowsWire(this.apexWire, 0, TYPE.SOA)[0];
      this.#soa = row === undefined ? undefined : readSoa(row, this.rdata(row));
    }
    return this.#soa;
  }

  /** A copy of this zone with another serial in its SOA records; all columns but the RDATA are shared. */
  withSerial(serial: number): Zone {
    const rdata = this.columns.rdata.slice();
    const view = new DataView(rdata.buffer);
    for (const row of this.rows(this.apex, TYPE.SOA)) {
      const offset = serialOffset(this.rdata(row));
      if (offset !== undefined) view.setUint32(this.columns.rdataStart[row]! + offset, serial);
    }
    return new Zone({ ...this.columns, rdata });
  }

  /**
   * This zone with other records in place of some, both read from the same one file. What was worked out for this zone
   * is not worked out again, and `ownersChangedSince` knows what the two share.
   *
   * @throws InvariantError if they are not of one zone and one file.
   */
  withRows(replacement: Replacement): Zone {
    const { apex, files } = this.columns;
    const { by } = replacement;
    if (by.apex !== apex || files.length !== 1 || by.files.length !== 1 || by.files[0] !== files[0]) {
      throw new InvariantError(`replacing records of ${apex}`, "the others are of another zone or file");
    }
    const splice = narrowed(this.columns, replacement);
    const zone = new Zone(spliced(this.columns, splice));
    zone.#inherit(this, splice);
    return zone;
  }

  /**
   * The owners, in key form, outside of which this zone has the same records as another it comes from, or with which it
   * comes from a third; undefined where too much differs to tell.
   */
  ownersChangedSince(other: Zone): ReadonlySet<Name> | undefined {
    return Lineage.between(this.#lineage, other.#lineage);
  }

  #inherit(from: Zone, splice: Splice): void {
    const touched = touchedKeys(from.columns, this.columns, splice);
    this.#lineage = from.#lineage.child(this.#ownersOf(touched));
    if (from.#rowIndex === undefined) return;
    this.#rowIndex = from.#rowIndex.spliced(this.columns, splice, touched);
    const [before, after] = [from.#rowIndex, this.#rowIndex];
    const gone = touched.filter((key) => before.has(key) && !after.has(key));
    const come = touched.filter((key) => after.has(key) && !before.has(key));
    this.#emptyNodes = from.#emptyNodes?.changed(this.#owners, come, gone);
    if (from.#ownerKeys) this.#ownerKeys = resortNames(this.columns.names, from.#ownerKeys, come, gone);
  }

  get #owners() {
    return { names: this.columns.names, rows: this.#index, apex: this.apexWire };
  }

  get #index(): RowIndex {
    this.#rowIndex ??= RowIndex.of(this.columns);
    return this.#rowIndex;
  }

  get #empty(): EmptyNodes {
    this.#emptyNodes ??= EmptyNodes.of(this.#owners);
    return this.#emptyNodes;
  }

  get #sortedKeys(): Uint32Array {
    if (this.#ownerKeys === undefined) {
      const { names } = this.columns;
      const keys = names.key.filter((key, id) => key === id && this.#index.has(id));
      this.#ownerKeys = sortNames(names, keys);
    }
    return this.#ownerKeys;
  }

  *#ownersOf(keys: readonly number[]): Iterable<Name> {
    for (const key of keys) yield nameKey(this.#nameOf(key));
  }

  #nameOf(id: number): Name {
    const { octets, start } = this.columns.names;
    return nameFromWire(octets, start[id]).name;
  }

  #keyOf(owner: Name): number {
    const wire = nameToWire(owner);
    return findName(this.columns.names, wire, 0, wire.length);
  }

  /** The rows of each type a name has, ascending by type. */
  #rowsByType(key: number): readonly (readonly number[])[] {
    const rows = this.#index.rowsOf(key);
    if (rows.length === 0) return [];
    const type = this.columns.type[rows[0]!];
    if (rows.every((row) => this.columns.type[row] === type)) return [rows];
    const byType = Map.groupBy(rows, (row) => this.type(row));
    return [...byType].sort(([a], [b]) => a - b).map(([, ofType]) => ofType);
  }

  #rrsetOf(owner: Name, rows: readonly number[]): RRset {
    const type = this.type(rows[0]!);
    return { owner, type, ttl: this.ttl(rows[0]!), rows, ...this.dataOf(rows) };
  }

  /**
   * The data of rows of one owner and type without repetitions, in canonical order; and of signatures the TTL of each,
   * which is that of what it covers (RFC 4034 §3).
   */
  dataOf(rows: readonly number[]): Pick<RRset, "rdata" | "canonical" | "ttls"> {
    const type = this.type(rows[0]!);
    const data = rows.map((row) => this.rdata(row));
    const distinct = distinctRdata(type, data);
    if (type !== TYPE.RRSIG) return distinct;
    const rowOf = new Map(data.map((rdata, index) => [rdata, rows[index]!]));
    return { ...distinct, ttls: distinct.rdata.map((rdata) => this.ttl(rowOf.get(rdata)!)) };
  }
}
