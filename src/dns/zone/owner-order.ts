import { longestOrderKey, writeOrderKey } from "../name-order.ts";
import { compareOctets, grown } from "../octets.ts";
import type { NameColumns } from "./columns.ts";

/**
 * Keys of names in canonical order (RFC 4034 §6.1). Order keys are written once; the six octets after what all of them
 * share are compared as one number, the rest only where those are equal.
 */
export function sortNames(names: NameColumns, keys: Uint32Array): Uint32Array {
  let octets: Uint8Array = new Uint8Array(4096);
  const start = new Uint32Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) {
    octets = grown(octets, start[i]! + longestOrderKey);
    start[i + 1] = writeOrderKey(names.octets, names.start[keys[i]!]!, octets, start[i]!);
  }
  const shared = sharedLength(octets, start);
  const prefixes = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) prefixes[i] = prefixOf(octets, start[i]! + shared, start[i + 1]!);
  const order = Uint32Array.from(keys, (_, i) => i).sort(
    (a, b) => prefixes[a]! - prefixes[b]! || compareKeys(octets, start, a, b, shared),
  );
  return order.map((i) => keys[i]!);
}

/** What `sortNames` gives for the keys in `sorted`, which are in that order, without those of `gone` and with those of `come`. */
export function resortNames(
  names: NameColumns,
  sorted: Uint32Array,
  come: readonly number[],
  gone: readonly number[],
): Uint32Array {
  const out = new Set(gone);
  const kept = out.size === 0 ? sorted : sorted.filter((key) => !out.has(key));
  if (come.length === 0) return kept;
  const all = new Uint32Array(kept.length + come.length);
  let taken = 0;
  for (const [at, key] of sortNames(names, Uint32Array.from(come)).entries()) {
    const place = placeOf(names, kept, key, taken);
    all.set(kept.subarray(taken, place), taken + at);
    all[place + at] = key;
    taken = place;
  }
  all.set(kept.subarray(taken), taken + come.length);
  return all;
}

/** Where a name belongs among sorted ones, not before `from`. */
function placeOf(names: NameColumns, sorted: Uint32Array, key: number, from: number): number {
  const wanted = orderKeyOf(names, key);
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareOctets(orderKeyOf(names, sorted[middle]!), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function orderKeyOf(names: NameColumns, key: number): Uint8Array {
  const octets = new Uint8Array(longestOrderKey);
  return octets.subarray(0, writeOrderKey(names.octets, names.start[key]!, octets, 0));
}

/** How many octets all order keys start with in common. */
function sharedLength(octets: Uint8Array, start: Uint32Array): number {
  if (start.length < 2) return 0;
  let shared = start[1]! - start[0]!;
  for (let i = 1; i + 1 < start.length; i++) {
    const length = Math.min(shared, start[i + 1]! - start[i]!);
    let same = 0;
    while (same < length && octets[start[i]! + same] === octets[start[0]! + same]) same++;
    shared = same;
  }
  return shared;
}

/** Six octets as a number, 0 where the key has ended: every key ends in a 0 of its own, so none is mistaken. */
function prefixOf(octets: Uint8Array, from: number, end: number): number {
  let prefix = 0;
  for (let at = from; at < from + 6; at++) prefix = prefix * 256 + (at < end ? octets[at]! : 0);
  return prefix;
}

function compareKeys(octets: Uint8Array, start: Uint32Array, a: number, b: number, from: number): number {
  const aAt = start[a]!;
  const bAt = start[b]!;
  const aLength = start[a + 1]! - aAt;
  const bLength = start[b + 1]! - bAt;
  const length = Math.min(aLength, bLength);
  for (let i = from; i < length; i++) {
    const difference = octets[aAt + i]! - octets[bAt + i]!;
    if (difference !== 0) return difference;
  }
  return aLength - bLength;
}
