import { messageOf } from "../../base/index.ts";
import type { Name } from "../name.ts";
import { nameFromWire, wireNameLength } from "../name-wire.ts";
import { RdataError } from "./codec.ts";

/** Reads RDATA in uncompressed wire form from front to back; throws RdataError where octets are missing. */
export class WireReader {
  readonly #wire: Uint8Array;
  #at = 0;

  constructor(wire: Uint8Array) {
    this.#wire = wire;
  }

  /** Index of the next octet. */
  get at(): number {
    return this.#at;
  }

  get atEnd(): boolean {
    return this.#at === this.#wire.length;
  }

  octets(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.#wire.length) {
      throw new RdataError(`the RDATA ends after ${this.#wire.length} octets; at least ${end} are needed`);
    }
    const octets = this.#wire.subarray(this.#at, end);
    this.#at = end;
    return octets;
  }

  u8(): number {
    return this.octets(1)[0]!;
  }

  u16(): number {
    return this.u8() * 0x100 + this.u8();
  }

  u32(): number {
    return this.u16() * 0x10000 + this.u16();
  }

  /** All that is left. */
  rest(): Uint8Array {
    return this.octets(this.#wire.length - this.#at);
  }

  name(): Name {
    try {
      const length = wireNameLength(this.#wire, this.#at);
      const { name } = nameFromWire(this.#wire, this.#at);
      this.#at += length;
      return name;
    } catch (error) {
      throw new RdataError(messageOf(error));
    }
  }

  /** @throws RdataError if octets are left. */
  finish(): void {
    if (!this.atEnd) throw new RdataError(`${this.#wire.length - this.#at} octets too many in the RDATA`);
  }
}
