import { type RRType, TYPE, type Zone } from "../../dns/index.ts";
import type { ZoneContext } from "../rule.ts";
import { apexIn, hidesNames, lower } from "../tree/index.ts";

/**
 * What a zone is to an owner: `own`, it answers for it; `delegation`, it only says where to ask; `glue`, below a
 * delegation; `obscured`, below a DNAME; `outside`.
 */
export type NodeKind = "own" | "delegation" | "glue" | "obscured" | "outside";

const kinds: readonly NodeKind[] = ["own", "delegation", "glue", "obscured", "outside"];

/** One owner of a zone with its records. */
export interface ZoneNode {
  /** See `NameColumns`. */
  readonly key: number;
  readonly kind: NodeKind;
  /** The rows of each type, ascending by type. */
  readonly sets: ReadonlyMap<RRType, readonly number[]>;
}

/** The owners of the zone under judgement: what each is to it is found once, for all rules that ask with RuleContext.once. */
export function zoneNodes({ zone }: ZoneContext): Nodes {
  return new Nodes(zone.zone);
}

/** Which owners of a zone are its own to sign and which are not (RFC 4035 §2.2). */
export class Nodes {
  readonly #zone: Zone;
  readonly #hides: boolean;
  /** By key, index into `kinds` and one more; 0 where not yet known. */
  readonly #known: Uint8Array;

  constructor(zone: Zone) {
    this.#zone = zone;
    this.#hides = hidesNames(zone);
    this.#known = new Uint8Array(zone.columns.names.key.length);
  }

  kindOf(row: number): NodeKind {
    const { owner, names } = this.#zone.columns;
    const key = names.key[owner[row]!]!;
    if (this.#known[key] === 0) this.#known[key] = kinds.indexOf(this.#find(key)) + 1;
    return kinds[this.#known[key]! - 1]!;
  }

  /** Every owner in canonical order. */
  *inOrder(): Iterable<ZoneNode> {
    const { owner, type, names } = this.#zone.columns;
    let sets = new Map<RRType, readonly number[]>();
    let key = -1;
    for (const rows of this.#zone.rowSets()) {
      const first = rows[0]!;
      const at = names.key[owner[first]!]!;
      if (at !== key) {
        if (key >= 0) yield this.#node(key, sets);
        sets = new Map();
        key = at;
      }
      sets.set(type[first]!, rows);
    }
    if (key >= 0) yield this.#node(key, sets);
  }

  #node(key: number, sets: ReadonlyMap<RRType, readonly number[]>): ZoneNode {
    const [rows] = sets.values();
    return { key, kind: this.kindOf(rows![0]!), sets };
  }

  #find(key: number): NodeKind {
    const name = ownerWire(this.#zone, key);
    const apexAt = apexIn(this.#zone, name, 0);
    if (apexAt < 0) return "outside";
    let found: NodeKind = "own";
    if (!this.#hides) return found;
    for (let at = 0; at <= apexAt; at += name[at]! + 1) {
      if (at > 0 && this.#zone.hasWire(name, at, TYPE.DNAME)) found = "obscured";
      const isWildcard = name[at] === 1 && name[at + 1] === 0x2a;
      if (at < apexAt && !isWildcard && this.#zone.hasWire(name, at, TYPE.NS))
        found = at === 0 ? "delegation" : "glue";
    }
    return found;
  }
}

/** The name with this key, in wire form and as first written: a view. */
export function ownerWire({ columns: { names } }: Zone, key: number): Uint8Array {
  return names.octets.subarray(names.start[key], names.start[key + 1]);
}

/** A name in wire form, in lower case. Label lengths are below 64: no letters. */
export function lowerWire(name: Uint8Array): Uint8Array {
  return name.map(lower);
}

/** The types that a delegation has of its own; the rest is the child's (RFC 4035 §2.2, §2.3). */
export const delegationTypes: ReadonlySet<RRType> = new Set([TYPE.NS, TYPE.DS]);

/** Whether the zone has to sign a set of this type at such an owner. */
export function isSigned(kind: NodeKind, type: RRType): boolean {
  if (type === TYPE.RRSIG) return false;
  if (kind === "own") return true;
  return kind === "delegation" && (type === TYPE.DS || type === TYPE.NSEC);
}
