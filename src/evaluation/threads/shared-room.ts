/** So much is made at a time, in octets. */
const SLAB = 1 << 20;

/** Memory that other threads can read without a copy, given out piece by piece. */
export class SharedRoom {
  #slab = new SharedArrayBuffer(0);
  #end = 0;

  /** Room for so many octets, all 0. */
  take(octets: number): Uint8Array {
    if (this.#end + octets > this.#slab.byteLength) {
      this.#slab = new SharedArrayBuffer(Math.max(SLAB, octets));
      this.#end = 0;
    }
    this.#end += octets;
    return new Uint8Array(this.#slab, this.#end - octets, octets);
  }

  /** A copy of these octets. */
  copy(octets: Uint8Array): Uint8Array {
    const room = this.take(octets.length);
    room.set(octets);
    return room;
  }
}
