import { TYPE, type Zone } from "../../dns/index.ts";
import { apexIn } from "./apex-place.ts";
import { isAsterisk } from "./octets.ts";

const UNKNOWN = -2;
const ABOVE = -1;

/** Whether a zone has a delegation or a DNAME: then not every name in it is its own to answer for. */
export function hidesNames(zone: Zone): boolean {
  return zone.columns.type.includes(TYPE.DNAME) || hasCut(zone);
}

/**
 * What hides the name that stands in `octets` from `from` on, with the zone's apex at `apexAt`: a delegation (NS) of it or
 * of a name above it, or a DNAME above it. The highest of them counts: nobody who looks the name up gets further down.
 */
export function hiddenBy(
  zone: Zone,
  octets: Uint8Array,
  from: number,
  apexAt: number,
): typeof TYPE.NS | typeof TYPE.DNAME | undefined {
  let hider: typeof TYPE.NS | typeof TYPE.DNAME | undefined;
  for (let at = from; at <= apexAt; at += octets[at]! + 1) {
    if (at > from && zone.hasWire(octets, at, TYPE.DNAME)) hider = TYPE.DNAME;
    if (at < apexAt && zone.hasWire(octets, at, TYPE.NS)) hider = TYPE.NS;
  }
  return hider;
}

function hasCut(zone: Zone): boolean {
  const { type } = zone.columns;
  for (let row = type.indexOf(TYPE.NS); row >= 0; row = type.indexOf(TYPE.NS, row + 1))
    if (zone.ownerKey(row) !== zone.apex) return true;
  return false;
}

/** The delegations of a zone: names below its apex with NS records, wildcards aside; what is below one is hidden by it. */
export class Cuts {
  readonly #zone: Zone;
  /** By owner's key: how many labels its name goes below the cut that hides it. */
  readonly #depths: Int16Array;
  readonly none: boolean;

  constructor(zone: Zone) {
    this.#zone = zone;
    this.none = !hasCut(zone);
    this.#depths = new Int16Array(this.none ? 0 : zone.columns.names.key.length).fill(UNKNOWN);
  }

  /** How many labels the owner of a row goes below the highest cut at or above it; undefined where there is no cut. */
  depthBelow(row: number): number | undefined {
    if (this.none) return undefined;
    const { owner, names } = this.#zone.columns;
    const key = names.key[owner[row]!]!;
    if (this.#depths[key] === UNKNOWN) this.#depths[key] = this.#find(key);
    const depth = this.#depths[key]!;
    return depth === ABOVE ? undefined : depth;
  }

  #find(key: number): number {
    const { octets, start } = this.#zone.columns.names;
    const name = octets.subarray(start[key], start[key + 1]);
    const apexAt = apexIn(this.#zone, name, 0);
    let [found, depth] = [ABOVE, 0];
    for (let at = 0; at < apexAt; at += name[at]! + 1, depth += 1) {
      if (!isAsterisk(name, at) && this.#zone.hasWire(name, at, TYPE.NS)) found = depth;
    }
    return found;
  }
}
