/** Offsets beyond this do not fit a compression pointer (RFC 1035 §4.1.4). */
const farthestPointer = 0x3fff;

/** Octets written from front to back, with name compression and the means to take the last ones back. */
export class Writer {
  #buffer = Buffer.alloc(512);
  #length = 0;
  /** Suffix of a name in wire form, as latin1 text, to where it was written. Case counts, so that it is kept. */
  readonly #suffixes = new Map<string, number>();

  get length(): number {
    return this.#length;
  }

  u16(value: number): void {
    this.#length = this.#room(2).writeUInt16BE(value, this.#length);
  }

  u32(value: number): void {
    this.#length = this.#room(4).writeUInt32BE(value, this.#length);
  }

  bytes(octets: Uint8Array): void {
    this.#room(octets.length).set(octets, this.#length);
    this.#length += octets.length;
  }

  /** A name in wire form, as labels up to the longest suffix that stands in the message already, then a pointer to it. */
  name(wire: Uint8Array): void {
    const text = Buffer.from(wire.buffer, wire.byteOffset, wire.length).toString("latin1");
    for (let at = 0; wire[at] !== undefined && wire[at] !== 0; at += 1 + wire[at]!) {
      const suffix = text.slice(at);
      const target = this.#suffixes.get(suffix);
      if (target !== undefined) {
        this.u16(0xc000 | target);
        return;
      }
      if (this.#length <= farthestPointer) this.#suffixes.set(suffix, this.#length);
      this.bytes(wire.subarray(at, at + 1 + wire[at]!));
    }
    this.bytes(Uint8Array.of(0));
  }

  /** Overwrites the two octets at `offset`. */
  patch16(offset: number, value: number): void {
    this.#buffer.writeUInt16BE(value, offset);
  }

  /** Takes back everything from `length` on, and forgets the names that were written there. */
  truncate(length: number): void {
    this.#length = length;
    for (const [suffix, offset] of this.#suffixes) if (offset >= length) this.#suffixes.delete(suffix);
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.#buffer, 0, this.#length);
  }

  #room(more: number): Buffer {
    if (this.#length + more > this.#buffer.length) {
      const grown = Buffer.alloc(Math.max(this.#buffer.length * 2, this.#length + more));
      this.#buffer.copy(grown, 0, 0, this.#length);
      this.#buffer = grown;
    }
    return this.#buffer;
  }
}
