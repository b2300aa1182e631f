import { type Name, nameFromWire } from "../dns/index.ts";

const ROOM = 512;

/** The owner that a record without one inherits. */
export class CurrentOwner {
  /** Room to write a name into; also where the owner stands, unless it stands in the zone's names. */
  readonly scratch = new Uint8Array(ROOM);
  #wire: Uint8Array = this.scratch;
  #start = 0;
  /** Of the wire form. */
  length = 0;
  /** Some record had an owner, readable or not. */
  isSet = false;
  /** The owner's id in the zone's builder; -1 when it could not be read or is outside the zone. */
  id = -1;

  /** The owner as a name; only after one was read. */
  get name(): Name {
    return nameFromWire(this.#wire, this.#start).name;
  }

  /** Makes the name that stands in `wire` from `start` on the owner; those octets must not change. */
  set(wire: Uint8Array, start: number, length: number, id: number): void {
    this.#wire = wire;
    this.#start = start;
    this.length = length;
    this.id = id;
    this.isSet = true;
  }

  /** There was an owner, and it could not be read: what inherits it has none either. */
  setUnreadable(): void {
    this.isSet = true;
    this.id = -1;
    this.length = 0;
  }

  clear(): void {
    this.isSet = false;
    this.id = -1;
    this.length = 0;
  }

  /** A copy of the owner in wire form; empty when it could not be read. */
  wire(): Uint8Array {
    return this.#wire.slice(this.#start, this.#start + this.length);
  }

  save(): () => void {
    const { isSet, id, length } = this;
    const wire = this.wire();
    return () => {
      this.set(wire, 0, length, id);
      this.isSet = isSet;
    };
  }
}
