import { type RRType, TYPE, type Zone } from "../../dns/index.ts";
import { hidesNames } from "./cuts.ts";
import { isAsterisk } from "./octets.ts";
import { ownerLabelsWith, ownersWith } from "./owner-labels.ts";

const underscore = 0x5f;

/** A wildcard of a zone: an owner whose leftmost label is a single asterisk (RFC 4592 §2.1.1). */
export interface Wildcard {
  readonly row: number;
  readonly types: readonly RRType[];
}

/** The wildcards of a zone, by the names below which they stand. */
export class Wildcards {
  readonly #zone: Zone;
  /** By those names in wire form, in lower case, one character an octet. */
  readonly #byParent = new Map<string, Wildcard>();
  readonly #lengths = new Set<number>();
  /** Whether there are delegations, below which a wildcard does not reach. */
  readonly #hiding: boolean;

  constructor(zone: Zone) {
    this.#zone = zone;
    this.#hiding = hidesNames(zone);
    for (const { row, owner, at, text } of ownerLabelsWith(zone, "*")) {
      if (at !== 0 || text !== "*") continue;
      const types = [...new Set(zone.rowsWire(owner, 0).map((one) => zone.type(one)))];
      this.#byParent.set(keyOf(owner, 2), { row, types });
      this.#lengths.add(owner.length - 2);
    }
  }

  get none(): boolean {
    return this.#byParent.size === 0;
  }

  /** Whether one of them has a type that is wanted. */
  some(wanted: (types: readonly RRType[]) => boolean): boolean {
    return [...this.#byParent.values()].some(({ types }) => wanted(types));
  }

  /** The wildcard beside a name, directly below the same parent; none for a wildcard itself. */
  sibling(name: Uint8Array): Wildcard | undefined {
    return isAsterisk(name, 0) || name[0] === 0 ? undefined : this.below(name, name[0]! + 1);
  }

  /** The wildcard directly below the name that stands in `octets` from `from` to their end. */
  below(octets: Uint8Array, from: number): Wildcard | undefined {
    return this.#lengths.has(octets.length - from) ? this.#byParent.get(keyOf(octets, from)) : undefined;
  }

  /**
   * The wildcard that would answer for a name of the zone, or for one above it, if that were not there: the nearest,
   * and where the name beside it starts. None for wildcards and for names from a delegation down.
   */
  beside(name: Uint8Array): { readonly wildcard: Wildcard; readonly at: number } | undefined {
    const apexAt = name.length - this.#zone.apexWire.length;
    for (let at = 0; at < apexAt; at += name[at]! + 1) {
      if (isAsterisk(name, at)) return undefined;
      if (this.#hiding && this.#zone.hasWire(name, at, TYPE.NS)) return undefined;
      const wildcard = this.below(name, at + name[at]! + 1);
      if (wildcard) return { wildcard, at };
    }
    return undefined;
  }
}

/** The wildcards of a zone under judgement, found once for all rules that ask with RuleContext.once. */
export function wildcardsNow({ zone }: { readonly zone: { readonly zone: Zone } }): Wildcards {
  return new Wildcards(zone.zone);
}

/** Whether a zone has a wildcard, or a name that was one and has lost its records. */
export function hasWildcard(zone: Zone): boolean {
  return ownersWith(zone, "\x01*").next().done !== true;
}

/** Whether the label at an octet of a name in wire form starts with an underscore: that of no host. */
export function isUnderscored(name: Uint8Array, at: number): boolean {
  return name[at]! > 0 && name[at + 1] === underscore;
}

/** Whether there is a type by which hosts are reached. */
export function reachesHosts(types: readonly RRType[]): boolean {
  return types.some((type) => type === TYPE.A || type === TYPE.AAAA || type === TYPE.CNAME);
}

function keyOf(octets: Uint8Array, from: number): string {
  const length = octets.length - from;
  return Buffer.from(octets.buffer, octets.byteOffset + from, length)
    .toString("latin1")
    .toLowerCase();
}
