import { randomInt } from "node:crypto";
import { InvariantError } from "../../base/index.ts";
import { type Name, nameKey } from "../name.ts";
import { nameToWire } from "../name-wire.ts";
import { grown } from "../octets.ts";
import { checkRdata } from "../rdata/rdata.ts";
import type { RRType } from "../type.ts";
import { enlarged, NameTable } from "./name-table.ts";
import { Zone } from "./zone.ts";

/** One record to add. Where it came from may be left out for records that were not read from a file. */
export interface NewRecord {
  readonly owner: Name;
  readonly type: RRType;
  readonly ttl: number;
  /** Uncompressed wire form. */
  readonly rdata: Uint8Array;
  readonly file?: string;
  readonly line?: number;
  readonly offset?: number;
}

/**
 * Collects records into columns. `add` is for convenience; a parser interns names from their octets and calls
 * `addWire`, which makes no objects and no strings.
 */
export class ZoneBuilder {
  readonly #apex: Name;
  readonly #names = new NameTable(randomInt(2 ** 32));
  readonly #files: string[] = [];
  readonly #fileIds = new Map<string, number>();
  #size = 0;
  #owner = new Uint32Array(256);
  #type = new Uint16Array(256);
  #ttl = new Uint32Array(256);
  #rdata: Uint8Array = new Uint8Array(4096);
  #rdataStart = new Uint32Array(257);
  #file = new Uint32Array(256);
  #line = new Uint32Array(256);
  #offset = new Uint32Array(256);

  constructor(apex: Name) {
    this.#apex = nameKey(apex);
  }

  /** How many records were added. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds one record and returns its row.
   *
   * @throws RdataError if the type is understood and the RDATA is not of it.
   */
  add(record: NewRecord): number {
    const { owner, type, ttl, rdata, file = "", line = 0, offset = 0 } = record;
    checkRdata(type, rdata);
    return this.addWire(
      this.intern(owner),
      type,
      ttl,
      rdata,
      0,
      rdata.length,
      this.fileId(file),
      line,
      offset,
    );
  }

  /** The id of an owner's name; the same name in the same case has the same id. */
  intern(name: Name): number {
    const wire = nameToWire(name);
    return this.#names.intern(wire, 0, wire.length);
  }

  /**
   * The id of the name that stands in `octets` from `from` to `to`, in uncompressed wire form with the root's label.
   * Not checked: a parser that gets here has checked the limits of labels and names already.
   */
  internWire(octets: Uint8Array, from = 0, to = octets.length): number {
    return this.#names.intern(octets, from, to);
  }

  /** The id of a file's path, for `addWire`. */
  fileId(path: string): number {
    const known = this.#fileIds.get(path);
    if (known !== undefined) return known;
    const id = this.#files.push(path) - 1;
    this.#fileIds.set(path, id);
    return id;
  }

  /**
   * Adds one record and returns its row. `owner` and `file` are ids from this builder; the RDATA is copied out of
   * `octets` from `from` to `to`. Not checked: it has to be RDATA of its type, as `rdataFromText` and `checkRdata` see to.
   */
  addWire(
    owner: number,
    type: RRType,
    ttl: number,
    octets: Uint8Array,
    from: number,
    to: number,
    file: number,
    line: number,
    offset: number,
  ): number {
    if (owner >= this.#names.count || file >= this.#files.length) {
      throw new InvariantError("adding a record", `owner ${owner} or file ${file} is no id of this builder`);
    }
    const row = this.#size++;
    if (row === this.#owner.length) this.#enlargeColumns();
    this.#owner[row] = owner;
    this.#type[row] = type;
    this.#ttl[row] = ttl;
    this.#file[row] = file;
    this.#line[row] = line;
    this.#offset[row] = offset;
    const start = this.#rdataStart[row]!;
    const end = start + to - from;
    if (end > this.#rdata.length) this.#rdata = grown(this.#rdata, end);
    const rdata = this.#rdata;
    for (let at = from, into = start; into < end; at++, into++) rdata[into] = octets[at]!;
    this.#rdataStart[row + 1] = end;
    return row;
  }

  /** The zone of what was added so far. The builder can go on being used; the zone does not change with it. */
  build(): Zone {
    const size = this.#size;
    return new Zone({
      apex: this.#apex,
      names: this.#names.columns(),
      owner: this.#owner.slice(0, size),
      type: this.#type.slice(0, size),
      ttl: this.#ttl.slice(0, size),
      rdata: this.#rdata.slice(0, this.#rdataStart[size]),
      rdataStart: this.#rdataStart.slice(0, size + 1),
      place: {
        file: this.#file.slice(0, size),
        line: this.#line.slice(0, size),
        offset: this.#offset.slice(0, size),
      },
      files: [...this.#files],
    });
  }

  #enlargeColumns(): void {
    const room = 2 * this.#owner.length;
    this.#owner = enlarged(this.#owner, new Uint32Array(room));
    this.#type = enlarged(this.#type, new Uint16Array(room));
    this.#ttl = enlarged(this.#ttl, new Uint32Array(room));
    this.#rdataStart = enlarged(this.#rdataStart, new Uint32Array(room + 1));
    this.#file = enlarged(this.#file, new Uint32Array(room));
    this.#line = enlarged(this.#line, new Uint32Array(room));
    this.#offset = enlarged(this.#offset, new Uint32Array(room));
  }
}
