import { lowerCase } from "../octets.ts";
import type { NameColumns } from "./columns.ts";

/**
 * The hash by which names in wire form are looked up, without regard to case. Label lengths are below 64 and so never
 * taken for letters.
 */
function hashName(octets: Uint8Array, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ lowerCase[octets[at]!]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
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
  const mask = slots.length - 2;
  const length = to - from;
  const hash = hashName(octets, from, to, names.seed);
  for (let slot = (2 * hash) & mask; ; slot = (slot + 2) & mask) {
    const entry = slots[slot]!;
    if (entry === 0) return -1;
    if (slots[slot + 1] !== hash) continue;
    const start = names.start[entry - 1]!;
    if (names.start[entry]! - start === length && equalCaseless(names.octets, start, octets, from, length)) {
      return names.key[entry - 1]!;
    }
  }
}

/** Takes names in and gives each spelling one id; see `NameColumns`. */
export class NameTable {
  octets = new Uint8Array(1024);
  start = new Uint32Array(64);
  key = new Uint32Array(64);
  slots = new Uint32Array(256);
  readonly seed: number;
  /** How many spellings there are. */
  count = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** The id of the name in `octets` from `from` to `to`: uncompressed wire form. */
  intern(octets: Uint8Array, from: number, to: number): number {
    const { slots } = this;
    const length = to - from;
    const mask = slots.length - 2;
    const hash = hashName(octets, from, to, this.seed);
    let key = this.count;
    let slot = (2 * hash) & mask;
    for (; ; slot = (slot + 2) & mask) {
      const entry = slots[slot]!;
      if (entry === 0) break;
      if (slots[slot + 1] !== hash) continue;
      const start = this.start[entry - 1]!;
      if (this.start[entry]! - start !== length) continue;
      if (equalExactly(this.octets, start, octets, from, length)) return entry - 1;
      if (equalCaseless(this.octets, start, octets, from, length)) key = this.key[entry - 1]!;
    }
    slots[slot] = this.count + 1;
    slots[slot + 1] = hash;
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

  #append(octets: Uint8Array, from: number, to: number, key: number): number {
    const id = this.count++;
    const start = this.start[id]!;
    const end = start + to - from;
    if (end > this.octets.length) this.octets = enlarged(this.octets, new Uint8Array(2 * this.octets.length));
    if (this.count === this.key.length) {
      this.start = enlarged(this.start, new Uint32Array(2 * this.start.length));
      this.key = enlarged(this.key, new Uint32Array(2 * this.key.length));
    }
    for (let at = from, to = start; to < end; at++, to++) this.octets[to] = octets[at]!;
    this.start[id + 1] = end;
    this.key[id] = key;
    if (4 * this.count > this.slots.length) this.#enlargeSlots();
    return id;
  }

  /** Doubles the hash table, which is kept at most half full. */
  #enlargeSlots(): void {
    const old = this.slots;
    const slots = new Uint32Array(2 * old.length);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue;
      const hash = old[from + 1]!;
      let slot = (2 * hash) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from]!;
      slots[slot + 1] = hash;
    }
    this.slots = slots;
  }
}

/** `larger`, starting with what is in `column`. */
export function enlarged<Column extends Uint8Array | Uint16Array | Uint32Array>(
  column: Column,
  larger: Column,
): Column {
  larger.set(column);
  return larger;
}
