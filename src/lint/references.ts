import { type Name, nameFromWire, type RRType, TYPE, type Zone } from "../dns/index.ts";
import { apexIn, endOfName, hiddenBy, hidesNames } from "./tree/index.ts";

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
  readonly #targets: Targets;

  constructor(targets: Targets, row: number) {
    this.row = row;
    this.#targets = targets;
  }

  get type(): RRType {
    return this.#targets.zone.type(this.row);
  }

  get target(): Name {
    return this.#targets.nameAt(this.row);
  }

  /** Whether the target is a name of its own zone that owns records there or has names below it. */
  get existsHere(): boolean {
    return this.#targets.has(this.row, ANY) || this.#targets.isEmptyNode(this.row);
  }

  /** Whether the target is a name of its own zone, owns a CNAME there and so is an alias itself. */
  get isAliasHere(): boolean {
    return this.#targets.has(this.row, ALIAS);
  }

  /** Whether the target owns addresses of a family in its own zone; undefined takes a lookup. */
  ownsHere(type: typeof TYPE.A | typeof TYPE.AAAA): boolean | undefined {
    const targets = this.#targets;
    if (!targets.has(this.row, ANY) || targets.has(this.row, ALIAS)) return undefined;
    return targets.hiderOf(this.row) === undefined
      ? targets.has(this.row, type === TYPE.A ? IPV4 : IPV6)
      : undefined;
  }

  /**
   * What its own zone says of the target, where that is seen without a lookup: `some`, for it owns an address, or
   * `unknown`, for it is delegated. Undefined takes a lookup.
   */
  get addressesHere(): "some" | "unknown" | undefined {
    const targets = this.#targets;
    const hidden = targets.hiderOf(this.row);
    if (hidden !== undefined) return hidden === TYPE.NS ? "unknown" : undefined;
    if (targets.has(this.row, IPV4)) return "some";
    return targets.has(this.row, IPV6) && !targets.has(this.row, ALIAS) ? "some" : undefined;
  }
}

const ANY = 1;
const IPV4 = 2;
const IPV6 = 4;
const ALIAS = 8;
const NONE = 0x80;

/** What the references of one zone share: every target is looked up once, for all rules. */
class Targets {
  readonly zone: Zone;
  /** By row, what the name that it points at owns in the zone; NONE for rows that point at no name. */
  readonly #owned: Uint8Array;
  /** Whether the zone has a delegation or a DNAME, so that a name's own records may be hidden. */
  readonly #hiding: boolean;

  constructor(zone: Zone) {
    this.zone = zone;
    this.#owned = ownedByTargets(zone);
    this.#hiding = hidesNames(zone);
  }

  /** Whether the row points at a name. */
  points(row: number): boolean {
    return this.#owned[row] !== NONE;
  }

  /** Whether the row points at a name of the zone that owns that. */
  has(row: number, what: number): boolean {
    return (this.#owned[row]! & what) !== 0;
  }

  nameAt(row: number): Name {
    return nameFromWire(this.zone.rdata(row), this.#offset(row)).name;
  }

  isEmptyNode(row: number): boolean {
    const name = this.#wire(row);
    return apexIn(this.zone, name, 0) >= 0 && this.zone.existsWire(name, 0);
  }

  /** See hiddenBy; undefined for names that are not of this zone. */
  hiderOf(row: number): ReturnType<typeof hiddenBy> {
    if (!this.#hiding) return undefined;
    const name = this.#wire(row);
    const apexAt = apexIn(this.zone, name, 0);
    return apexAt < 0 ? undefined : hiddenBy(this.zone, name, 0, apexAt);
  }

  #offset(row: number): number {
    return targetPlaces.get(this.zone.type(row))!.offset;
  }

  #wire(row: number): Uint8Array {
    const { rdata, rdataStart } = this.zone.columns;
    const from = rdataStart[row]! + this.#offset(row);
    return rdata.subarray(from, endOfName(rdata, from));
  }
}

/** See Targets: what each row's target owns, looked up in the zone's table of names. */
function ownedByTargets(zone: Zone): Uint8Array {
  const { owner, type, names, rdata, rdataStart } = zone.columns;
  const byKey = new Uint8Array(names.key.length);
  for (let row = 0; row < type.length; row += 1) byKey[names.key[owner[row]!]!]! |= kindOf(type[row]!);
  const offsets = new Int8Array(0x10000).fill(-1);
  for (const [pointing, { offset }] of targetPlaces) offsets[pointing] = offset;
  const owned = new Uint8Array(type.length).fill(NONE);
  for (let row = 0; row < type.length; row += 1) {
    const offset = offsets[type[row]!]!;
    if (offset < 0) continue;
    const from = rdataStart[row]! + offset;
    const key = zone.keyWire(rdata, from, endOfName(rdata, from));
    owned[row] = key < 0 ? 0 : byKey[key]!;
  }
  return owned;
}

function kindOf(type: RRType): number {
  if (type === TYPE.A) return ANY | IPV4;
  if (type === TYPE.AAAA) return ANY | IPV6;
  return type === TYPE.CNAME ? ANY | ALIAS : ANY;
}

/** Records of a zone that point at a name, in file order. Each is made when it is come to, as there may be many. */
export class References implements Iterable<Reference> {
  readonly #targets: Targets;
  /** All rows of the zone where it is undefined. */
  readonly #rows: readonly number[] | undefined;

  private constructor(targets: Targets, rows?: readonly number[]) {
    this.#targets = targets;
    this.#rows = rows;
  }

  /** Every reference of a zone. */
  static of(zone: Zone): References {
    return new References(new Targets(zone));
  }

  /** Those of some rows. */
  among(rows: readonly number[]): References {
    return new References(this.#targets, rows);
  }

  *[Symbol.iterator](): Iterator<Reference> {
    const targets = this.#targets;
    if (this.#rows === undefined) {
      for (let row = 0; row < targets.zone.size; row += 1)
        if (targets.points(row)) yield new Reference(targets, row);
    } else {
      for (const row of this.#rows) if (targets.points(row)) yield new Reference(targets, row);
    }
  }

  filter(test: (reference: Reference) => boolean): readonly Reference[] {
    const found: Reference[] = [];
    for (const reference of this) if (test(reference)) found.push(reference);
    return found;
  }

  map<T>(make: (reference: Reference) => T): readonly T[] {
    return Array.from(this, make);
  }
}
