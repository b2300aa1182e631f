import type { Name } from "../name-type.ts";
import { longestName, nameFromWire } from "../name-wire.ts";
import { MessageError } from "./message.ts";

/** No honest encoder makes more pointers in one name than a name has labels. */
const mostHops = 127;

/** Reads a message from front to back. Every read is bounds-checked and throws MessageError past the end. */
export class Reader {
  readonly octets: Uint8Array;
  position = 0;
  readonly #names = new Map<number, Name>();

  constructor(octets: Uint8Array) {
    this.octets = octets;
  }

  u8(): number {
    return this.octets[this.#advance(1)]!;
  }

  u16(): number {
    const at = this.#advance(2);
    return (this.octets[at]! << 8) | this.octets[at + 1]!;
  }

  u32(): number {
    return this.u16() * 0x10000 + this.u16();
  }

  /** A copy of the next `length` octets. */
  bytes(length: number): Uint8Array {
    const at = this.#advance(length);
    return this.octets.slice(at, at + length);
  }

  /** A name, with compression undone. */
  name(): Name {
    const start = this.#firstLabel(this.position);
    const known = this.#names.get(start);
    if (known !== undefined && start !== this.position) {
      this.position += 2;
      return known;
    }
    const name = nameFromWire(this.nameOctets(), 0).name;
    this.#names.set(start, name);
    return name;
  }

  /**
   * A name in wire form, with compression undone. A pointer must point before the labels it stands after, so that no
   * chain of them can run in a circle, and their number is bounded.
   */
  nameOctets(): Uint8Array {
    const { octets } = this;
    const parts: number[] = [];
    let at = this.position;
    let before = at;
    let end: number | undefined;
    for (let hops = 0; ; ) {
      const length = octets[at];
      if (length === undefined)
        throw new MessageError(`a name runs past the end of the message (octet ${at})`);
      if (length >= 0xc0) {
        const target = this.#pointer(at);
        if (target >= before) throw new MessageError(`a compression pointer points forward (octet ${at})`);
        if (++hops > mostHops)
          throw new MessageError(`a name has more than ${mostHops} pointers (octet ${at})`);
        end ??= at + 2;
        at = target;
        before = target;
        continue;
      }
      if (length > 63) throw new MessageError(`a label has an unknown type (octet ${at})`);
      if (at + 1 + length > octets.length) {
        throw new MessageError(`a label runs past the end of the message (octet ${at})`);
      }
      if (parts.length + 1 + length > longestName) {
        throw new MessageError(`a name is longer than ${longestName} octets (octet ${at})`);
      }
      for (let i = at; i <= at + length; i++) parts.push(octets[i]!);
      at += 1 + length;
      if (length === 0) break;
    }
    this.position = end ?? at;
    return Uint8Array.from(parts);
  }

  /** Where the labels of the name at `at` start: `at` itself, or where a lone pointer there points. */
  #firstLabel(at: number): number {
    return (this.octets[at] ?? 0) >= 0xc0 ? this.#pointer(at) : at;
  }

  #pointer(at: number): number {
    const low = this.octets[at + 1];
    if (low === undefined) throw new MessageError(`a compression pointer is cut off (octet ${at})`);
    return ((this.octets[at]! & 0x3f) << 8) | low;
  }

  #advance(length: number): number {
    const at = this.position;
    if (at + length > this.octets.length) {
      throw new MessageError(
        `${length} octets are expected at octet ${at}, but the message ends at ${this.octets.length}`,
      );
    }
    this.position = at + length;
    return at;
  }
}
