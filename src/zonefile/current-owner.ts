import { type Name, nameFromWire } from "../dns/index.ts";

const ROOM = 512;

/** The owner that a record without one inherits, in wire form in a buffer that is written over by the next. */
export class CurrentOwner {
  readonly wire = new Uint8Array(ROOM);
  length = 0;
  /** Some record had an owner, readable or not. */
  isSet = false;
  /** The owner's id in the zone's builder; -1 when it could not be read or is outside the zone. */
  id = -1;

  /** The owner as a name; only after one was read. */
  get name(): Name {
    return nameFromWire(this.wire).name;
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

  save(): () => void {
    const { isSet, id, length } = this;
    const wire = this.wire.slice(0, length);
    return () => {
      this.wire.set(wire);
      this.isSet = isSet;
      this.id = id;
      this.length = length;
    };
  }
}
