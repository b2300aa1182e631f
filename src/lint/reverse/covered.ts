import { labelsOf, type Name, nameFromWire } from "../../dns/index.ts";
import type { World } from "../world.ts";
import type { LintZone } from "../zone.ts";
import { reverseWire } from "./owner.ts";

/** A network's worth of addresses is asked for at once: the last label of IPv4, the lower half of IPv6. */
const hostLabels = { 4: 1, 16: 16 } as const;
const treeLabels = 2;

/**
 * Which addresses have their reverse zone in the repository. Asks the world once for each network, and for none of those
 * whose first label no zone has. A zone for less than a network (RFC 2317) is found by looking the name up.
 */
export class CoveredAddresses {
  readonly #world: World;
  readonly #view: string;
  /** Whether there are zones for addresses that start with this octet (IPv4) or these four bits (IPv6). */
  readonly #starts = { 4: new Map<number, boolean>(), 16: new Map<number, boolean>() };
  readonly #networks = new Map<string | number, LintZone | undefined>();

  constructor(world: World, view: string) {
    this.#world = world;
    this.#view = view;
  }

  /** The reverse zone for an address of 4 or 16 octets. */
  zoneFor(address: Uint8Array): LintZone | undefined {
    const length = address.length === 4 ? 4 : 16;
    const first = length === 4 ? address[0]! : address[0]! >> 4;
    let isCovered = this.#starts[length].get(first);
    if (isCovered === undefined) {
      isCovered = this.#world.zonesBelow(ancestorOf(address, 1), this.#view).length > 0;
      this.#starts[length].set(first, isCovered);
    }
    if (!isCovered) return undefined;
    const key = networkKey(address);
    if (!this.#networks.has(key)) {
      const labels = (length === 4 ? 4 : 32) - hostLabels[length];
      this.#networks.set(key, this.#world.zoneOf(ancestorOf(address, labels), this.#view));
    }
    return this.#networks.get(key);
  }
}

function networkKey(address: Uint8Array): string | number {
  if (address.length === 4) return (address[0]! << 16) | (address[1]! << 8) | address[2]!;
  return String.fromCharCode(...address.subarray(0, 8));
}

/** The name above the reverse name of an address that has so many labels below the tree. */
function ancestorOf(address: Uint8Array, labels: number): Name {
  const { name } = nameFromWire(reverseWire(address));
  return `${labelsOf(name)
    .slice(-labels - treeLabels)
    .join(".")}.` as Name;
}
