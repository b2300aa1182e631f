import { lowerCase } from "../octets.ts";
import type { NameColumns } from "./columns.ts";
import { enlarged, handedOver } from "./room.ts";

/**
 * The state of the hash by which names in wire form are looked up, without regard to case, after the octets from `to`
 * down to `from`, two at a time. It is taken from the end, so that names below one origin can go on from that origin's
 * state. Label lengths are below 64 and so never taken for letters.
 */
function hashOnto(state: number, octets: Uint8Array, from: number, to: number): number {
  const lower = lowerCase;
  let hash = state;
  let at = to - 2;
  for (; at >= from; at -= 2) {
    hash = Math.imul(hash ^ (lower[octets[at]!]! | (lower[octets[at + 1]!]! << 8)), 0x01000193);
  }
  return at + 1 === from ? Math.imul(hash ^ lower[octets[from]!]!, 0x01000193) : hash;
}

/** The hash for the table, of the state after the whole name: every bit of it counts in the lowest ones. */
function mixed(state: number): number {
  let hash = state ^ (state >>> 15);
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Whether two stretches of octets of one length are equal without regard to ASCII case. */
export function equalCaseless(
  a: Uint8Array,
  aAt: number,
  b: Uint8Array,
  bAt: number,
  length: number,
): boolean {
  for (let i = 0; i < length; i++) {
    const left = a[aAt + i]!;
    const right = b[bAt + i]!;
    if (left !== right && lowerCase[left] !== lowerCase[right]) return false;
  }
  return true;
}

function equalExactly(a: Uint8Array, aAt: number, b: Uint8Array, bAt: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false;
  return true;
}

/** The key of the name in `octets` from `from` to `to` (wire form), or -1 if the table does not have it. */
export function findName(names: NameColumns, octets: Uint8Array, from: number, to: number): number {
  const { slots } = names;
  const mask = slots.length - 1;
  const length = to - from;
  const hash = mixed(hashOnto(names.seed, octets, from, to));
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const entry = slots[slot]!;
    if (entry === 0) return -1;
    if (((entry ^ hash) & ~mask) !== 0) continue;
    const id = (entry & mask) - 1;
    const start = names.start[id]!;
    if (names.start[id + 1]! - start === length && equalCaseless(names.octets, start, octets, from, length)) {
      return names.key[id]!;
    }
  }
}

/** Takes names in and gives each spelling one id; see `NameColumns`. */
export class NameTable {
  octets: Uint8Array;
  start: Uint32Array;
  key: Uint32Array;
  slots: Uint32Array;
  readonly seed: number;
  /** How many spellings there are. */
  count = 0;
  /** The columns are those of a zone: they are copied before the first name is added. */
  #isShared = false;

  /** `names` and `octets` say for how many spellings of what length together there is room at first. */
  constructor(seed: number, names = 64, octets = 1024) {
    this.seed = seed;
    this.octets = new Uint8Array(octets);
    this.start = new Uint32Array(names + 1);
    this.key = new Uint32Array(names);
    // Room for half of them: most tables hold fewer names than they might, and a table too wide misses the cache.
    let slots = 128;
    while (fullest(slots) < names / 2) slots *= 2;
    this.slots = new Uint32Array(slots);
  }

  /** A table that starts with these names; their columns stay as they are. */
  static over(names: NameColumns): NameTable {
    const table = new NameTable(names.seed, 0, 0);
    table.octets = names.octets;
    table.start = names.start;
    table.key = names.key;
    table.slots = names.slots;
    table.count = names.key.length;
    table.#isShared = true;
    return table;
  }

  /** The id of the name in `octets` from `from` to `to`: uncompressed wire form. */
  intern(octets: Uint8Array, from: number, to: number): number {
    return this.#find(octets, from, to, hashOnto(this.seed, octets, from, to));
  }

  /** What `internBelow` goes on from, for names that end in the name in `suffix`. */
  hashOf(suffix: Uint8Array): number {
    // Octets are taken two at a time from the end: an odd one in front goes with the octet before it.
    return hashOnto(this.seed, suffix, suffix.length & 1, suffix.length);
  }

  /** `intern` for a name written into `room` from `end` up to `to`, that from `suffix` on is one whose `hashOf` is `state`. */
  internBelow(suffix: number, to: number, state: number): number {
    const { octets, end } = this;
    return this.#find(octets, end, to, hashOnto(state, octets, end, suffix + ((to - suffix) & 1)));
  }

  /** Where the names end. */
  get end(): number {
    return this.start[this.count]!;
  }

  /** The octets of all names, with room for `more`. */
  room(more: number): Uint8Array {
    const needed = this.end + more;
    if (needed > this.octets.length)
      this.octets = enlarged(this.octets, Math.max(needed, 2 * this.octets.length));
    return this.octets;
  }

  #find(octets: Uint8Array, from: number, to: number, state: number): number {
    const { slots } = this;
    const length = to - from;
    const mask = slots.length - 1;
    const hash = mixed(state);
    let key = this.count;
    let slot = hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]!;
      if (entry === 0) break;
      if (((entry ^ hash) & ~mask) !== 0) continue;
      const id = (entry & mask) - 1;
      const start = this.start[id]!;
      if (this.start[id + 1]! - start !== length) continue;
      if (equalExactly(this.octets, start, octets, from, length)) return id;
      if (equalCaseless(this.octets, start, octets, from, length)) key = this.key[id]!;
    }
    if (this.#isShared) this.#takeCopies();
    this.slots[slot] = (hash & ~mask) | (this.count + 1);
    return this.#append(octets, from, to, key);
  }

  /** The columns as they are now, cut to size. */
  columns(): NameColumns {
    return {
      octets: this.octets.slice(0, this.start[this.count]),
      start: this.start.slice(0, this.count + 1),
      key: this.key.slice(0, this.count),
      slots: this.slots.slice(),
      seed: this.seed,
    };
  }

  /** The columns without a copy, where that wastes little; nothing may be taken in any more. */
  handOver(): NameColumns {
    return {
      octets: handedOver(this.octets, this.start[this.count]!),
      start: handedOver(this.start, this.count + 1),
      key: handedOver(this.key, this.count),
      slots: this.slots,
      seed: this.seed,
    };
  }

  #takeCopies(): void {
    const { count, end } = this;
    this.octets = enlarged(this.octets, end + SPARE_OCTETS);
    this.start = enlarged(this.start, count + 1 + SPARE_NAMES);
    this.key = enlarged(this.key, count + SPARE_NAMES);
    this.slots = this.slots.slice();
    this.#isShared = false;
  }

  #append(octets: Uint8Array, from: number, to: number, key: number): number {
    const id = this.count++;
    if (id === this.key.length) {
      this.start = enlarged(this.start, 2 * id + 1);
      this.key = enlarged(this.key, 2 * id);
    }
    const start = this.start[id]!;
    const end = start + to - from;
    // A name that was written into the room after the names stands where it belongs already.
    if (octets !== this.octets || from !== start) {
      if (end > this.octets.length)
        this.octets = enlarged(this.octets, Math.max(end, 2 * this.octets.length));
      for (let at = from, into = start; into < end; at++, into++) this.octets[into] = octets[at]!;
    }
    this.start[id + 1] = end;
    this.key[id] = key;
    if (this.count > fullest(this.slots.length)) this.#enlargeSlots();
    return id;
  }

  /** Doubles the hash table. */
  #enlargeSlots(): void {
    const slots = new Uint32Array(2 * this.slots.length);
    const mask = slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      const hash = mixed(hashOnto(this.seed, this.octets, this.start[id]!, this.start[id + 1]!));
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (hash & ~mask) | (id + 1);
    }
    this.slots = slots;
  }
}

/** Room for what is added to names that were there: a change is small mostly. */
const SPARE_NAMES = 64;
const SPARE_OCTETS = 2048;

/** How many names a table of so many slots holds at most: at five in eight few lie far from their place. */
function fullest(slots: number): number {
  return (slots >>> 3) * 5;
}
