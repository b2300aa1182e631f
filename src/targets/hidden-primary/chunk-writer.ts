import { CLASS_IN, compressibleNames, type RRType } from "../../dns/index.ts";
import { apexOffset } from "./wire-names.ts";

/** Records in wire form, as many as one message carries. */
export interface Chunk {
  readonly records: Uint8Array;
  readonly count: number;
}

/** Every message begins with the question, so the apex stands at octet 12 and this points to it. */
const apexPointer = 0xc00c;

/** Writes records the way a transfer's messages hold them. */
export class ChunkWriter {
  readonly #apex: Uint8Array;
  /** Room for what was not taken yet and one record of the largest size. */
  readonly #buffer = Buffer.alloc(4 * 0x10000);
  #length = 0;
  #count = 0;

  /** `apex` is in wire form, in lower case. */
  constructor(apex: Uint8Array) {
    this.#apex = apex;
  }

  /** Octets that were written and not taken. */
  get length(): number {
    return this.#length;
  }

  add(owner: Uint8Array, type: RRType, ttl: number, rdata: Uint8Array): void {
    this.#name(owner);
    const fields = this.#length;
    this.#buffer.writeUInt16BE(type, fields);
    this.#buffer.writeUInt16BE(CLASS_IN, fields + 2);
    this.#buffer.writeUInt32BE(ttl, fields + 4);
    this.#length += 10;
    let written = 0;
    for (const { start, end } of compressibleNames(type, rdata)) {
      this.#octets(rdata.subarray(written, start));
      this.#name(rdata.subarray(start, end));
      written = end;
    }
    this.#octets(rdata.subarray(written));
    this.#buffer.writeUInt16BE(this.#length - fields - 10, fields + 8);
    this.#count += 1;
  }

  /** Takes the first `length` octets, which are all records or all but the last; what is left comes first next time. */
  take(length: number): Chunk {
    const records = Buffer.from(this.#buffer.subarray(0, length));
    const left = length === this.#length ? 0 : 1;
    const count = this.#count - left;
    this.#buffer.copyWithin(0, length, this.#length);
    this.#length -= length;
    this.#count = left;
    return { records, count };
  }

  /** One that spells the apex in another case is written whole, to keep its case; the root is short already. */
  #name(name: Uint8Array): void {
    const offset = this.#apex.length > 1 ? apexOffset(name, this.#apex) : undefined;
    if (offset === undefined || Buffer.compare(name.subarray(offset), this.#apex) !== 0) {
      this.#octets(name);
      return;
    }
    this.#octets(name.subarray(0, offset));
    this.#length = this.#buffer.writeUInt16BE(apexPointer, this.#length);
  }

  #octets(octets: Uint8Array): void {
    this.#buffer.set(octets, this.#length);
    this.#length += octets.length;
  }
}
