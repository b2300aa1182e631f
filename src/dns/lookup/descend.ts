import { type RRType, TYPE } from "../type.ts";
import type { Zone } from "../zone/index.ts";

/**
 * Where the way from the apex down to a name ends. Names are in wire form; a suffix of the name is given as the octet
 * at which it starts.
 */
export type Landing =
  /** The name exists and is this zone's to answer for. */
  | { readonly on: "node" }
  /** The name does not exist, but this wildcard stands in for it (RFC 4592 §3.3.1). */
  | { readonly on: "wildcard"; readonly wildcard: Uint8Array }
  | { readonly on: "nothing" }
  /** The name is at or below a delegation. */
  | { readonly on: "cut"; readonly from: number }
  /** The name is below a DNAME. */
  | { readonly on: "dname"; readonly from: number };

/**
 * Walks from the apex down to `name`, which is at or below it (RFC 1034 §4.3.2 step 3, RFC 4592 §3.3.1, RFC 6672
 * §3.2). What a delegation or a DNAME hides is never reached. Asked for DS, a delegation is the parent's to answer
 * (RFC 4035 §3.1.4.1).
 */
export function descend(zone: Zone, name: Uint8Array, type: RRType): Landing {
  const apexAt = name.length - zone.apexWire.length;
  const starts = labelStarts(name, apexAt);
  for (let depth = starts.length - 1; depth >= 0; depth--) {
    const from = starts[depth]!;
    const isApex = from === apexAt;
    if (!isApex && !zone.existsWire(name, from)) return standIn(zone, name, starts[depth + 1]!);
    const answersDs = from === 0 && type === TYPE.DS;
    if (!isApex && !answersDs && zone.hasWire(name, from, TYPE.NS)) return { on: "cut", from };
    if (from > 0 && zone.hasWire(name, from, TYPE.DNAME)) return { on: "dname", from };
  }
  return { on: "node" };
}

/** Where the labels up to the apex start, and the apex. */
function labelStarts(name: Uint8Array, apexAt: number): number[] {
  const starts: number[] = [];
  for (let at = 0; at <= apexAt; at += name[at]! + 1) starts.push(at);
  return starts;
}

/** What stands in for a name that does not exist; `encloser` is where its closest encloser starts in it. */
function standIn(zone: Zone, name: Uint8Array, encloser: number): Landing {
  const wildcard = new Uint8Array(2 + name.length - encloser);
  wildcard.set([1, 0x2a]);
  wildcard.set(name.subarray(encloser), 2);
  return zone.existsWire(wildcard, 0) ? { on: "wildcard", wildcard } : { on: "nothing" };
}
