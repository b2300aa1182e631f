import { type RRType, TYPE, type Zone } from "../../dns/index.ts";
import { apexIn } from "../tree/index.ts";
import { delegationTypes, lowerWire, type Nodes, ownerWire, type ZoneNode } from "./nodes.ts";

/** A name that an NSEC3 chain has a hash of (RFC 5155 §7.1). */
export interface HashedName {
  /** In wire form and lower case. */
  readonly name: Uint8Array;
  /** The first row of its owner; undefined for an empty non-terminal. */
  readonly row: number | undefined;
  readonly types: ReadonlySet<RRType>;
  /** Whether a chain with opt-out may leave it out: a delegation without DS, or what only leads to such. */
  readonly optional: boolean;
}

/** Every name of the zone that an NSEC3 chain proves something of, the empty non-terminals last. */
export function hashedNames(zone: Zone, nodes: Nodes): readonly HashedName[] {
  const found: HashedName[] = [];
  const empty = new Map<string, { readonly name: Uint8Array; optional: boolean }>();
  for (const node of nodes.inOrder()) {
    if ((node.kind !== "own" && node.kind !== "delegation") || isChainOnly(node)) continue;
    const name = lowerWire(ownerWire(zone, node.key));
    const types = typesOf(node);
    const optional = node.kind === "delegation" && !types.has(TYPE.DS);
    found.push({ name, row: firstRow(node), types, optional });
    addAbove(zone, name, optional, empty);
  }
  for (const { name, optional } of empty.values())
    found.push({ name, row: undefined, types: new Set(), optional });
  return found;
}

/** An owner that is there for the chain: a hash. */
function isChainOnly({ sets }: ZoneNode): boolean {
  for (const type of sets.keys()) if (type !== TYPE.NSEC3 && type !== TYPE.RRSIG) return false;
  return sets.has(TYPE.NSEC3);
}

function typesOf({ kind, sets }: ZoneNode): ReadonlySet<RRType> {
  const types = new Set<RRType>();
  for (const type of sets.keys()) {
    if (type === TYPE.RRSIG || type === TYPE.NSEC3) continue;
    if (kind === "own" || delegationTypes.has(type)) types.add(type);
  }
  if (kind === "own" || types.has(TYPE.DS)) types.add(TYPE.RRSIG);
  return types;
}

function firstRow({ sets }: ZoneNode): number {
  const [rows] = sets.values();
  return rows![0]!;
}

/** The names above one, up to the first that owns records or that is known already and need not be there any less. */
function addAbove(
  zone: Zone,
  name: Uint8Array,
  optional: boolean,
  empty: Map<string, { readonly name: Uint8Array; optional: boolean }>,
): void {
  const apexAt = apexIn(zone, name, 0);
  for (let at = name[0]! + 1; at < apexAt; at += name[at]! + 1) {
    if (zone.hasWire(name, at)) return;
    const key = Buffer.from(name.subarray(at)).toString("latin1");
    const known = empty.get(key);
    if (known && (!known.optional || optional)) return;
    if (known) known.optional = false;
    else empty.set(key, { name: name.subarray(at), optional });
  }
}
