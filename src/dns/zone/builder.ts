import { randomInt } from "node:crypto";
import { InvariantError } from "../../base/index.ts";
import { type Name, nameKey } from "../name.ts";
import { nameToWire } from "../name-wire.ts";
import { grown } from "../octets.ts";
import { checkRdata } from "../rdata/rdata.ts";
import type { RRType } from "../type.ts";
import { NameTable } from "./name-table.ts";
import { enlarged, handedOver } from "./room.ts";
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

/** How much is to come, as far as that is known: room made at once is not made again and again. */
export interface ExpectedSize {
  readonly records: number;
  /** Of all names, each spelling once, and of all RDATA. */
  readonly nameOctets: number;
  readonly rdataOctets: number;
}

const unknownSize: ExpectedSize = { records: 256, nameOctets: 4096, rdataOctets: 4096 };

/**
 * Collects records into columns. `add` is for convenience; a parser interns names from their octets and calls
 * `addWire`, or writes into `rdataRoom` and calls `addWritten`, which make no objects and no strings.
 */
export class ZoneBuilder {
  readonly #apex: Name;
  readonly #names: NameTable;
  readonly #files: string[] = [];
  readonly #fileIds = new Map<string, number>();
  #size = 0;
  #owner: Uint32Array;
  #type: Uint16Array;
  #ttl: Uint32Array;
  #rdata: Uint8Array;
  #rdataStart: Uint32Array;
  #file: Uint32Array;
  #line: Uint32Array;
  #offset: Uint32Array;
  #finished = false;

  constructor(apex: Name, expected = unknownSize) {
    this.#apex = nameKey(apex);
    const { records } = expected;
    this.#names = new NameTable(randomInt(2 ** 32), records, expected.nameOctets);
    this.#owner = new Uint32Array(records);
    this.#type = new Uint16Array(records);
    this.#ttl = new Uint32Array(records);
    this.#rdata = new Uint8Array(expected.rdataOctets);
    this.#rdataStart = new Uint32Array(records + 1);
    this.#file = new Uint32Array(records);
    this.#line = new Uint32Array(records);
    this.#offset = new Uint32Array(records);
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

  /** What `internBelow` goes on from, for names that end in the name that `suffix` holds in wire form. */
  hashOf(suffix: Uint8Array): number {
    return this.#names.hashOf(suffix);
  }

  /** Where the name with this id starts in `nameRoom`. */
  nameStart(id: number): number {
    return this.#names.start[id]!;
  }

  /** Where the names end and a new one can be written. */
  get nameEnd(): number {
    return this.#names.end;
  }

  /** All names in wire form, with room for `octets` more: a name that is written there need not be copied. */
  nameRoom(octets: number): Uint8Array {
    return this.#names.room(octets);
  }

  /**
   * `internWire` for the name that was written into `nameRoom`, from `nameEnd` up to `to`, and whose end, from `suffix`
   * on, is a name with this `hashOf`.
   */
  internBelow(suffix: number, to: number, hash: number): number {
    return this.#names.internBelow(suffix, to, hash);
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
    const length = to - from;
    const rdata = this.rdataRoom(length);
    for (let at = from, into = this.rdataEnd; at < to; at++, into++) rdata[into] = octets[at]!;
    return this.addWritten(owner, type, ttl, length, file, line, offset);
  }

  /** Where the RDATA of the next record starts in `rdataRoom`. */
  get rdataEnd(): number {
    return this.#rdataStart[this.#size]!;
  }

  /** The RDATA so far, with room for `octets` more. Good until the next record is added. */
  rdataRoom(octets: number): Uint8Array {
    const needed = this.rdataEnd + octets;
    if (needed > this.#rdata.length) this.#rdata = grown(this.#rdata, needed);
    return this.#rdata;
  }

  /** `addWire` for RDATA that the caller has written into `rdataRoom`, from `rdataEnd` on. */
  addWritten(
    owner: number,
    type: RRType,
    ttl: number,
    length: number,
    file: number,
    line: number,
    offset: number,
  ): number {
    if (owner >= this.#names.count || file >= this.#files.length || this.#finished) {
      const problem = `the zone is finished, or owner ${owner} or file ${file} is no id of this builder`;
      throw new InvariantError("adding a record", problem);
    }
    const row = this.#size++;
    if (row === this.#owner.length) this.#enlargeColumns();
    this.#owner[row] = owner;
    this.#type[row] = type;
    this.#ttl[row] = ttl;
    // Most zones are one file: a column of zeros that is not written to takes no memory.
    if (file !== 0) this.#file[row] = file;
    this.#line[row] = line;
    this.#offset[row] = offset;
    this.#rdataStart[row + 1] = this.#rdataStart[row]! + length;
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
      rdata: this.#rdata.slice(0, this.rdataEnd),
      rdataStart: this.#rdataStart.slice(0, size + 1),
      place: {
        file: this.#file.slice(0, size),
        line: this.#line.slice(0, size),
        offset: this.#offset.slice(0, size),
      },
      files: [...this.#files],
    });
  }

  /** The zone of everything, which takes the columns with it: nothing can be added to this builder afterwards. */
  finish(): Zone {
    this.#finished = true;
    const size = this.#size;
    return new Zone({
      apex: this.#apex,
      names: this.#names.handOver(),
      owner: handedOver(this.#owner, size),
      type: handedOver(this.#type, size),
      ttl: handedOver(this.#ttl, size),
      rdata: handedOver(this.#rdata, this.rdataEnd),
      rdataStart: handedOver(this.#rdataStart, size + 1),
      place: {
        file: handedOver(this.#file, size),
        line: handedOver(this.#line, size),
        offset: handedOver(this.#offset, size),
      },
      files: [...this.#files],
    });
  }

  #enlargeColumns(): void {
    const room = Math.max(64, 2 * this.#owner.length);
    this.#owner = enlarged(this.#owner, room);
    this.#type = enlarged(this.#type, room);
    this.#ttl = enlarged(this.#ttl, room);
    this.#rdataStart = enlarged(this.#rdataStart, room + 1);
    this.#file = enlarged(this.#file, room);
    this.#line = enlarged(this.#line, room);
    this.#offset = enlarged(this.#offset, room);
  }
}
