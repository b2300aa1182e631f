/** ASCII lower case by octet: `lowerCase[0x41] === 0x61`; every other octet is itself. */
export const lowerCase: Uint8Array = Uint8Array.from({ length: 256 }, (_, octet) =>
  octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet,
);

/** Order of two octet strings, as left-justified unsigned octets; a prefix sorts first (RFC 4034 §6.3). */
export function compareOctets(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A buffer with room for at least `needed` octets that starts with the octets of `buffer`. */
export function grown(buffer: Uint8Array, needed: number): Uint8Array {
  if (needed <= buffer.length) return buffer;
  const larger = new Uint8Array(Math.max(needed, buffer.length * 2));
  larger.set(buffer);
  return larger;
}

/** Octets written one after the other, numbers most significant octet first. */
export class OctetWriter {
  #buffer = new Uint8Array(64);
  #length = 0;

  /** How many octets were written. */
  get length(): number {
    return this.#length;
  }

  u8(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = value;
  }

  u16(value: number): void {
    this.u8(value >>> 8);
    this.u8(value & 0xff);
  }

  u32(value: number): void {
    this.u16(value >>> 16);
    this.u16(value & 0xffff);
  }

  octets(octets: ArrayLike<number>): void {
    this.#reserve(octets.length);
    this.#buffer.set(octets, this.#length);
    this.#length += octets.length;
  }

  /** A copy of what was written. */
  done(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }

  #reserve(more: number): void {
    this.#buffer = grown(this.#buffer, this.#length + more) as Uint8Array<ArrayBuffer>;
  }
}
