import { type RRType, TYPE } from "../dns/index.ts";
import { isDigit, isSpace, LINE_FEED, ORDINARY, octetClass, QUOTE, SPACE } from "./octets.ts";
import { writeIpv4, writeIpv6 } from "./plain-address.ts";

/** Most octets of data that `PlainData.read` writes. */
export const PLAIN_DATA_ROOM = 2048;

const LONGEST_LABEL = 63;
const LONGEST_NAME = 255;
const LONGEST_STRING = 255;

/** What an octet means inside a name in plain form. PART is 0 so that the inner loop tests for zero. */
const PART = 0;
const DOT = 1;
const END = 2;
const nameOctet: Uint8Array = Uint8Array.from(octetClass, (kind, octet) => {
  if (octet === 0x2e) return DOT;
  if (kind === SPACE || kind === LINE_FEED) return END;
  return kind === ORDINARY && octet !== 0x40 ? PART : 3;
});

/**
 * Reads names and data in their commonest form from the octets of a file straight into wire form; for `PlainLines`.
 * Everything returns the offset after what was read, or -1 for what is not plain, and needs a line feed to come.
 */
export class PlainData {
  readonly #octets: Uint8Array;
  /** Where that ends which was written last. */
  written = 0;
  /** Where the origin starts in the name that was written last; -1 for a name that is written in full. */
  suffix = -1;
  /** What names are completed with, in wire form. */
  origin: Uint8Array = new Uint8Array(1);

  constructor(octets: Uint8Array) {
    this.#octets = octets;
  }

  /** Writes the data of a record of `type` into `out` at `at`. */
  read(type: RRType, from: number, out: Uint8Array, at: number): number {
    const octets = this.#octets;
    switch (type) {
      case TYPE.A: {
        const end = this.#endOfToken(from);
        this.written = at + 4;
        return writeIpv4(octets, from, end, out, at) ? end : -1;
      }
      case TYPE.AAAA: {
        const end = this.#endOfToken(from);
        this.written = at + 16;
        return writeIpv6(octets, from, end, out, at) ? end : -1;
      }
      case TYPE.CNAME:
        return isDigit(octets[from]) ? -1 : this.readName(from, out, at);
      case TYPE.NS:
      case TYPE.PTR:
        return this.readName(from, out, at);
      case TYPE.MX: {
        const name = this.#readNumber(from, out, at);
        return name < 0 ? -1 : this.readName(name, out, at + 2);
      }
      case TYPE.SRV: {
        let next = from;
        for (let field = 0; field < 6 && next >= 0; field += 2)
          next = this.#readNumber(next, out, at + field);
        return next < 0 ? -1 : this.readName(next, out, at + 6);
      }
      default:
        return type === TYPE.TXT ? this.#readStrings(from, out, at) : -1;
    }
  }

  /** Writes a name into `out` at `at`, completed with the origin. What is too long for a name may be written in part. */
  readName(start: number, out: Uint8Array, at: number): number {
    const octets = this.#octets;
    const kinds = nameOctet;
    let label = at;
    let next = at + 1;
    for (let from = start; ; from++) {
      const value = octets[from]!;
      const kind = kinds[value]!;
      if (kind === PART) {
        out[next++] = value;
        continue;
      }
      const length = next - label - 1;
      if (kind === END) {
        if (length > LONGEST_LABEL || from === start) return -1;
        out[label] = length;
        this.suffix = -1;
        if (length > 0) {
          this.suffix = next;
          const { origin } = this;
          if (next + origin.length - at > LONGEST_NAME) return -1;
          for (let i = 0; i < origin.length; i++) out[next++] = origin[i]!;
        } else if (next - at > LONGEST_NAME) return -1;
        this.written = next;
        return from;
      }
      if (kind !== DOT || length === 0 || length > LONGEST_LABEL) return -1;
      out[label] = length;
      label = next++;
    }
  }

  #endOfToken(from: number): number {
    const octets = this.#octets;
    const classes = octetClass;
    let at = from;
    while (classes[octets[at]!] === ORDINARY) at++;
    return at;
  }

  /** A decimal number of 16 bits and the white space after it. */
  #readNumber(start: number, out: Uint8Array, at: number): number {
    const octets = this.#octets;
    let from = start;
    let value = 0;
    for (; from - start < 6; from++) {
      const digit = octets[from]! - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (from === start || from - start > 5 || value > 0xffff) return -1;
    out[at] = value >>> 8;
    out[at + 1] = value & 0xff;
    if (!isSpace(octets[from])) return -1;
    while (isSpace(octets[from])) from++;
    return from;
  }

  #readStrings(start: number, out: Uint8Array, at: number): number {
    const octets = this.#octets;
    let from = start;
    let length = at;
    let end = -1;
    for (;;) {
      const kind = octetClass[octets[from]!];
      if (kind !== QUOTE && kind !== ORDINARY) break;
      if (length - at > PLAIN_DATA_ROOM - LONGEST_STRING - 1) return -1;
      const next = kind === QUOTE ? this.#readQuoted(from, out, length) : this.#readBare(from, out, length);
      if (next < 0) return -1;
      length = this.written;
      end = next;
      from = next;
      while (isSpace(octets[from])) from++;
      if (from === next) break;
    }
    return end;
  }

  #readQuoted(quote: number, out: Uint8Array, at: number): number {
    const octets = this.#octets;
    let next = at + 1;
    for (let from = quote + 1; next - at <= LONGEST_STRING + 1; from++) {
      const value = octets[from]!;
      if (value === 0x22) {
        out[at] = next - at - 1;
        this.written = next;
        return from + 1;
      }
      // Line ends, NUL, escapes and what is not ASCII want a closer look.
      if (value < 0x0e && value !== 0x09) return -1;
      if (value === 0x5c || value > 0x7f) return -1;
      out[next++] = value;
    }
    return -1;
  }

  #readBare(start: number, out: Uint8Array, at: number): number {
    const octets = this.#octets;
    let next = at + 1;
    for (let from = start; next - at <= LONGEST_STRING + 1; from++) {
      const value = octets[from]!;
      if (octetClass[value] !== ORDINARY) {
        out[at] = next - at - 1;
        this.written = next;
        return from;
      }
      out[next++] = value;
    }
    return -1;
  }
}
