import type { Name } from "./name-type.ts";
import { longestName, nameToWire } from "./name-wire.ts";
import { compareOctets, lowerCase } from "./octets.ts";

/** Most octets an order key can have: every octet of a name but the root's may take two. */
export const longestOrderKey = 2 * longestName;

/**
 * Order of two names by RFC 4034 §6.1: by their labels from the right, each as octets in lower case, a missing label
 * before any other.
 */
export function compareNames(a: Name, b: Name): number {
  return compareOctets(orderKey(nameToWire(a)), orderKey(nameToWire(b)));
}

function orderKey(wire: Uint8Array): Uint8Array {
  const key = new Uint8Array(longestOrderKey);
  return key.subarray(0, writeOrderKey(wire, 0, key, 0));
}

/**
 * Writes octets whose plain order is the canonical order of names: labels from the right, in lower case, each ended by
 * 0. Octets 0 and 1 inside a label become 1 1 and 1 2, so that the end of a label sorts before any octet.
 * Returns the index after the last octet written; at most `longestOrderKey` are.
 */
export function writeOrderKey(names: Uint8Array, nameAt: number, out: Uint8Array, outAt: number): number {
  const labelStarts: number[] = [];
  for (let at = nameAt; names[at] !== 0; at += names[at]! + 1) labelStarts.push(at);
  let end = outAt;
  for (let label = labelStarts.length - 1; label >= 0; label--) {
    const start = labelStarts[label]!;
    const stop = start + names[start]!;
    for (let at = start + 1; at <= stop; at++) {
      const octet = lowerCase[names[at]!]!;
      if (octet <= 1) {
        out[end++] = 1;
        out[end++] = octet + 1;
      } else {
        out[end++] = octet;
      }
    }
    out[end++] = 0;
  }
  return end;
}
