import { type Name, nameFromWire, type RRType, TYPE, type Zone } from "../dns/index.ts";
import { hiddenBy, hidesNames } from "./cuts.ts";
import { apexIn } from "./wire-names.ts";

/**
 * Types whose data points at a host: which token of it does when written, and at which octet it starts in wire form.
 * Types whose target starts anywhere (NAPTR, after its strings) or is not always there (IPSECKEY) are not among them.
 */
export const targetPlaces: ReadonlyMap<RRType, { readonly token: number; readonly offset: number }> = new Map(
  [
    [TYPE.CNAME, { token: 0, offset: 0 }],
    [TYPE.DNAME, { token: 0, offset: 0 }],
    [TYPE.NS, { token: 0, offset: 0 }],
    [TYPE.PTR, { token: 0, offset: 0 }],
    [TYPE.MX, { token: 1, offset: 2 }],
    [TYPE.SRV, { token: 3, offset: 6 }],
    [TYPE.SVCB, { token: 1, offset: 2 }],
    [TYPE.HTTPS, { token: 1, offset: 2 }],
    [TYPE.MD, { token: 0, offset: 0 }],
    [TYPE.MF, { token: 0, offset: 0 }],
    [TYPE.MB, { token: 0, offset: 0 }],
    [TYPE["NSAP-PTR"], { token: 0, offset: 0 }],
    [TYPE.TALINK, { token: 0, offset: 0 }],
    [TYPE.AFSDB, { token: 1, offset: 2 }],
    [TYPE.RT, { token: 1, offset: 2 }],
    [TYPE.PX, { token: 1, offset: 2 }],
    [TYPE.KX, { token: 1, offset: 2 }],
    [TYPE.LP, { token: 1, offset: 2 }],
    [TYPE.DSYNC, { token: 3, offset: 5 }],
  ],
);

/** A record of a zone that points at a name. The name's text is made only when asked for: most are found by their octets. */
export class Reference {
  readonly row: number;
  readonly type: RRType;
  readonly #zone: Zone;
  readonly #offset: number;
  /** Whether the zone has a delegation or a DNAME, so that a name's own records may be hidden. */
  readonly #hiding: boolean;
  #target: Name | undefined;
  #exists: boolean | undefined;
  #addresses: { readonly found: "some" | "unknown" | undefined } | undefined;

  constructor(zone: Zone, row: number, offset: number, hiding: boolean) {
    this.#zone = zone;
    this.row = row;
    this.type = zone.type(row);
    this.#offset = offset;
    this.#hiding = hiding;
  }

  get target(): Name {
    this.#target ??= nameFromWire(this.#zone.rdata(this.row), this.#offset).name;
    return this.#target;
  }

  /** Whether the target is a name of its own zone that owns records there or has names below it. */
  get existsHere(): boolean {
    if (this.#exists === undefined) {
      const rdata = this.#zone.rdata(this.row);
      this.#exists =
        apexIn(this.#zone, rdata, this.#offset) >= 0 && this.#zone.existsWire(rdata, this.#offset);
    }
    return this.#exists;
  }

  /** Whether the target is a name of its own zone, owns a CNAME there and so is an alias itself. */
  get isAliasHere(): boolean {
    return this.#zone.hasWire(this.#zone.rdata(this.row), this.#offset, TYPE.CNAME);
  }

  /**
   * What its own zone says of the target, where that is seen without a lookup: `some`, for it owns an address, or
   * `unknown`, for it is delegated. Undefined takes a lookup.
   */
  get addressesHere(): "some" | "unknown" | undefined {
    if (this.#addresses === undefined) this.#addresses = { found: this.#findAddresses() };
    return this.#addresses.found;
  }

  #findAddresses(): "some" | "unknown" | undefined {
    const zone = this.#zone;
    const rdata = zone.rdata(this.row);
    const from = this.#offset;
    const apexAt = apexIn(zone, rdata, from);
    if (apexAt < 0) return undefined;
    if (this.#hiding) {
      const hidden = hiddenBy(zone, rdata, from, apexAt);
      if (hidden !== undefined) return hidden === TYPE.NS ? "unknown" : undefined;
    }
    const owns = (type: RRType) => zone.hasWire(rdata, from, type);
    return owns(TYPE.A) || (owns(TYPE.AAAA) && !owns(TYPE.CNAME)) ? "some" : undefined;
  }
}

/** Every record of a zone that points at a name, in file order. */
export function readReferences(zone: Zone): Reference[] {
  const references: Reference[] = [];
  const { type } = zone.columns;
  const hiding = hidesNames(zone);
  for (let row = 0; row < zone.size; row += 1) {
    const place = targetPlaces.get(type[row]!);
    if (place) references.push(new Reference(zone, row, place.offset, hiding));
  }
  return references;
}
