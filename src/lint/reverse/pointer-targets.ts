import { type Name, nameFromWire, nameToWire, TYPE, type Zone } from "../../dns/index.ts";
import { apexIn, hasWildcard, hiddenBy, hidesNames, lower } from "../tree/index.ts";
import type { World } from "../world.ts";
import type { LintZone } from "../zone.ts";
import { ipv4Tree, ipv6Tree, reverseWire, treeOf, wholeLength } from "./owner.ts";

/** What is seen without a lookup of a PTR record: its target has the address, has not, or nobody can tell from here. */
export type PointerVerdict = "confirmed" | "refuted" | "unknown";

/** A zone that targets belong to. */
interface TargetZone {
  readonly zone: Zone;
  /** Whether it has delegations or DNAMEs, so that not all in it is its own to answer for. */
  readonly hiding: boolean;
  /** Whether a name that it does not have exists nowhere: all of it was read, and nothing else answers for the name. */
  readonly complete: boolean;
}

/** Judges most PTR records without a lookup: by the octets of their target in its zone of the repository. */
export class PointerTargets {
  readonly #world: World;
  readonly #view: string;
  /** The tree that the zone is in; undefined for one that is no reverse zone. */
  readonly #family: 4 | 6 | undefined;
  /** By what follows a target's first label, in wire form. */
  readonly #zones = new Map<string, TargetZone | undefined>();

  /** For the PTR records of one zone. */
  constructor(world: World, { name, view }: Pick<LintZone, "name" | "view">) {
    this.#world = world;
    this.#view = view;
    this.#family = treeOf(name);
  }

  /** Refuted is only what stands at the reverse name of an address. */
  judge(reverse: Zone, row: number): PointerVerdict {
    const target = reverse.rdata(row);
    const below = target[0]! + 1;
    const found = below === 1 ? undefined : this.#zoneOf(target, below);
    if (!found) return "unknown";
    const { zone, hiding, complete } = found;
    const apexAt = apexIn(zone, target, 0);
    if (apexAt < 0 || (hiding && hiddenBy(zone, target, 0, apexAt) !== undefined)) return "unknown";
    const isFound = [TYPE.A, TYPE.AAAA].some((type) =>
      zone.rowsWire(target, 0, type).some((at) => isNameOf(reverse, row, zone.rdata(at))),
    );
    if (isFound) return "confirmed";
    return this.#family &&
      complete &&
      isPlain(reverse, row, this.#family) &&
      !zone.hasWire(target, 0, TYPE.CNAME)
      ? "refuted"
      : "unknown";
  }

  #zoneOf(target: Uint8Array, from: number): TargetZone | undefined {
    const key = Buffer.from(target.buffer, target.byteOffset + from, target.length - from).toString("latin1");
    if (!this.#zones.has(key)) this.#zones.set(key, this.#lookAt(nameFromWire(target, from).name));
    return this.#zones.get(key);
  }

  #lookAt(above: Name): TargetZone | undefined {
    const found = this.#world.zoneOf(above, this.#view);
    if (!found) return undefined;
    const { zone, incomplete } = found;
    const hiding = hidesNames(zone);
    const complete = !hiding && !incomplete && !hasWildcard(zone) && this.#world.decidesAlone(found);
    return { zone, hiding, complete };
  }
}

/**
 * Whether the owner of a row is the reverse name of an address as it is, without labels that a block's zone puts between
 * (RFC 2317): the right number of labels, each of which is a part.
 */
function isPlain({ columns: { owner, names } }: Zone, row: number, family: 4 | 6): boolean {
  const { octets, start } = names;
  const isPart = family === 4 ? isDecimalPart : isHexPart;
  let parts = 0;
  let at = start[owner[row]!]!;
  while (parts < wholeLength[family] && octets[at] !== 0 && isPart(octets, at)) {
    at += octets[at]! + 1;
    parts += 1;
  }
  return parts === wholeLength[family] && start[owner[row]! + 1]! - at === treeLength[family];
}

/** Octets of the names below which reverse names stand. */
const treeLength = { 4: nameToWire(ipv4Tree).length, 6: nameToWire(ipv6Tree).length } as const;

function isDecimalPart(octets: Uint8Array, at: number): boolean {
  const length = octets[at]!;
  let value = 0;
  for (let i = at + 1; i <= at + length; i += 1) {
    const digit = octets[i]! - 0x30;
    if (digit < 0 || digit > 9) return false;
    value = value * 10 + digit;
  }
  return length <= 3 && value <= 255 && (length === 1 || octets[at + 1] !== 0x30);
}

function isHexPart(octets: Uint8Array, at: number): boolean {
  const octet = lower(octets[at + 1]!);
  return octets[at] === 1 && ((octet >= 0x30 && octet <= 0x39) || (octet >= 0x61 && octet <= 0x66));
}

/** Whether the record stands at the reverse name of this address. */
function isNameOf(reverse: Zone, row: number, address: Uint8Array): boolean {
  const { owner, names } = reverse.columns;
  const wire = reverseWire(address);
  const start = names.start[owner[row]!]!;
  if (names.start[owner[row]! + 1]! - start !== wire.length) return false;
  // Letters are hexadecimal digits and "in-addr.arpa", of which the lower-case octet has bit 0x20 set, as digits have.
  return wire.every((octet, at) =>
    octet < 0x20 ? octet === names.octets[start + at] : octet === (names.octets[start + at]! | 0x20),
  );
}
