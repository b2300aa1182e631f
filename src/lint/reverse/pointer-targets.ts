import { type Name, nameFromWire, TYPE, type Zone } from "../../dns/index.ts";
import { hiddenBy, hidesNames } from "../cuts.ts";
import type { Reference, References } from "../references.ts";
import { apexIn } from "../wire-names.ts";
import type { World } from "../world.ts";
import type { LintZone } from "../zone.ts";
import { reverseWire } from "./owner.ts";

/** Finds most PTR records in order without a lookup: their target, in a zone of the repository, owns the address. */
export class PointerTargets {
  readonly #world: World;
  readonly #view: string;
  /** By what follows a target's first label, in wire form: the zone it belongs to, and whether all in it is its own. */
  readonly #zones = new Map<string, { readonly zone: Zone; readonly hiding: boolean } | undefined>();

  constructor(world: World, view: string) {
    this.#world = world;
    this.#view = view;
  }

  /** Those that a lookup has to tell about. */
  unconfirmed({ zone }: LintZone, references: References): readonly Reference[] {
    return references.filter(({ row }) => !this.#isConfirmed(zone, row));
  }

  #isConfirmed(reverse: Zone, row: number): boolean {
    const target = reverse.rdata(row);
    const below = target[0]! + 1;
    if (below === 1) return false;
    const found = this.#zoneOf(target, below);
    if (!found) return false;
    const { zone, hiding } = found;
    const apexAt = apexIn(zone, target, 0);
    if (apexAt < 0 || (hiding && hiddenBy(zone, target, 0, apexAt) !== undefined)) return false;
    return [TYPE.A, TYPE.AAAA].some((type) =>
      zone.rowsWire(target, 0, type).some((at) => isNameOf(reverse, row, zone.rdata(at))),
    );
  }

  #zoneOf(target: Uint8Array, from: number) {
    const key = String.fromCharCode(...target.subarray(from));
    if (!this.#zones.has(key)) {
      const above: Name = nameFromWire(target, from).name;
      const zone = this.#world.zoneOf(above, this.#view)?.zone;
      this.#zones.set(key, zone && { zone, hiding: hidesNames(zone) });
    }
    return this.#zones.get(key);
  }
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
