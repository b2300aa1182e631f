import { isAtOrBelow, type Name, nameFromWire, type RRType, TYPE, type Zone } from "../dns/index.ts";

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

/** A record that points at a name. The name's text is made only when asked for: most are found by their octets. */
export class Reference {
  readonly row: number;
  readonly type: RRType;
  readonly #rdata: Uint8Array;
  readonly #offset: number;
  #target: Name | undefined;

  constructor(row: number, type: RRType, rdata: Uint8Array, offset: number) {
    this.row = row;
    this.type = type;
    this.#rdata = rdata;
    this.#offset = offset;
  }

  get target(): Name {
    this.#target ??= nameFromWire(this.#rdata, this.#offset).name;
    return this.#target;
  }

  /** Whether the target owns records of `zone` or has names below it there. */
  existsIn(zone: Zone): boolean {
    return zone.existsWire(this.#rdata, this.#offset);
  }
}

/** Every record of a zone that points at a name, in file order. */
export function readReferences(zone: Zone): Reference[] {
  const references: Reference[] = [];
  for (let row = 0; row < zone.size; row += 1) {
    const type = zone.type(row);
    const place = targetPlaces.get(type);
    if (place) references.push(new Reference(row, type, zone.rdata(row), place.offset));
  }
  return references;
}

/** Whether an NS record delegates to a nameserver at or below the delegated name, whose address the parent must give. */
export function isGlueTarget(zone: Zone, { row, target }: Reference): boolean {
  const cut = zone.ownerKey(row);
  return cut !== zone.apex && isAtOrBelow(target, cut);
}
