import {
  type Name,
  NameError,
  nameFromWire,
  type RRType,
  TYPE,
  wireNameLength,
  type Zone,
} from "../../dns/index.ts";
import { bitmapFault } from "./bitmap.ts";
import type { ChainFault } from "./chain-fault.ts";
import { delegationTypes, lowerWire, type Nodes, ownerWire, type ZoneNode } from "./nodes.ts";

/**
 * What is wrong with the NSEC chain of a zone (RFC 4034 §4, RFC 4035 §2.3): every owner that the zone answers for and
 * every delegation has one NSEC record, which names the next of them in canonical order and its own types.
 */
export function* nsecFaults(zone: Zone, nodes: Nodes): Iterable<ChainFault> {
  let first: ZoneNode | undefined;
  let before: ZoneNode | undefined;
  for (const node of nodes.inOrder()) {
    if (node.kind !== "own" && node.kind !== "delegation") continue;
    if (isSignatureOnly(node)) continue;
    if (before) yield* nodeFaults(zone, before, node);
    first ??= node;
    before = node;
  }
  if (first && before) yield* nodeFaults(zone, before, first);
}

/** Signatures that cover nothing make no name exist. */
function isSignatureOnly({ sets }: ZoneNode): boolean {
  return sets.size === 1 && sets.has(TYPE.RRSIG);
}

function* nodeFaults(zone: Zone, node: ZoneNode, next: ZoneNode): Iterable<ChainFault> {
  const rows = node.sets.get(TYPE.NSEC) ?? [];
  const [row] = rows;
  if (row === undefined) {
    const at = [...node.sets.values()][0]![0]!;
    const message = `${zone.owner(at)} has no NSEC record: nothing proves which types it has, and the record before it cannot point past it; sign the zone again`;
    yield { row: at, message };
    return;
  }
  const owner = zone.owner(row);
  if (rows.length > 1) {
    const message = `${owner} has ${rows.length} NSEC records, and there may be one: sign the zone again`;
    yield { row: rows[1], message };
  }
  const rdata = zone.rdata(row);
  const end = nameEnd(rdata);
  if (end === undefined) return;
  const wanted = ownerWire(zone, next.key);
  if (Buffer.compare(lowerWire(rdata.subarray(0, end)), lowerWire(wanted)) !== 0) {
    const said: Name = nameFromWire(rdata).name;
    const message = `the NSEC record of ${owner} says that the next name is ${said}, and it is ${nameFromWire(wanted).name}: resolvers that validate take the names between for proven absent, or cannot prove them absent; sign the zone again`;
    yield { row, field: 0, message };
  }
  const fault = bitmapFault(rdata.subarray(end), typesOf(node));
  if (fault !== undefined) {
    const message = `the NSEC record of ${owner} ${fault.text}: resolvers that validate go by it; sign the zone again`;
    yield { row, word: fault.word, message };
  }
}

function typesOf({ kind, sets }: ZoneNode): ReadonlySet<RRType> {
  const types = new Set<RRType>([TYPE.RRSIG, TYPE.NSEC]);
  for (const type of sets.keys()) if (kind === "own" || delegationTypes.has(type)) types.add(type);
  return types;
}

function nameEnd(rdata: Uint8Array): number | undefined {
  try {
    return wireNameLength(rdata);
  } catch (error) {
    if (error instanceof NameError) return undefined;
    throw error;
  }
}
