import { type Name, TYPE } from "../../dns/index.ts";
import type { Reference } from "../references.ts";
import type { RuleContext, ZoneContext } from "../rule.ts";
import { resolve, type World } from "../world.ts";
import type { LintZone } from "../zone.ts";

/** One nameserver that a zone names. */
export interface Nameserver {
  readonly row: number;
  readonly target: Name;
  /** A and AAAA RDATA, as far as the repository knows them all; undefined where it does not. */
  readonly addresses: readonly Uint8Array[] | undefined;
}

/** The nameservers of a zone or of a delegation: the NS records of one owner. */
export class NameserverSet {
  readonly #world: World;
  readonly #zone: LintZone;
  readonly #references: readonly Reference[];
  #members: readonly Nameserver[] | undefined;

  constructor(world: World, zone: LintZone, references: readonly Reference[]) {
    this.#world = world;
    this.#zone = zone;
    this.#references = references;
  }

  /** The first of its records. */
  get row(): number {
    return this.#references[0]!.row;
  }

  get size(): number {
    return this.#references.length;
  }

  /** As written. */
  get owner(): Name {
    return this.#zone.zone.owner(this.row);
  }

  get isApex(): boolean {
    return this.#zone.zone.ownerKey(this.row) === this.#zone.zone.apex;
  }

  get references(): readonly Reference[] {
    return this.#references;
  }

  get members(): readonly Nameserver[] {
    this.#members ??= this.#references.map(({ row, target }) => ({
      row,
      target,
      addresses: nameserverAddresses(this.#world, this.#zone, target),
    }));
    return this.#members;
  }

  /** The nameservers with all their addresses; undefined where the repository does not know those of every one. */
  get known(): readonly (Nameserver & { readonly addresses: readonly Uint8Array[] })[] | undefined {
    const known = this.members.flatMap(({ addresses, ...rest }) =>
      addresses !== undefined && addresses.length > 0 ? [{ ...rest, addresses }] : [],
    );
    return known.length === this.size ? known : undefined;
  }
}

/** The nameservers of the zone under judgement and of its delegations, in file order. */
export function nameserverSets({ once }: RuleContext): readonly NameserverSet[] {
  return once(makeSets);
}

function makeSets({ zone, world, references }: ZoneContext): readonly NameserverSet[] {
  const { owner, names } = zone.zone.columns;
  const byOwner = Map.groupBy(references(TYPE.NS), ({ row }) => names.key[owner[row]!]!);
  return Array.from(byOwner.values(), (members) => new NameserverSet(world, zone, members));
}

/** The nameservers of the zone under judgement itself; undefined where it names none. */
export function apexNameservers({ once }: RuleContext): NameserverSet | undefined {
  return once(makeApexSet);
}

function makeApexSet({ zone, world, references }: ZoneContext): NameserverSet | undefined {
  const rows = new Set(zone.zone.rowsWire(zone.zone.apexWire, 0, TYPE.NS));
  const members = rows.size === 0 ? [] : references(TYPE.NS).filter(({ row }) => rows.has(row));
  return members.length === 0 ? undefined : new NameserverSet(world, zone, members);
}

/** What the zone itself has of a nameserver, glue too; else what the repository's other zones say. */
function nameserverAddresses(world: World, zone: LintZone, target: Name): readonly Uint8Array[] | undefined {
  const types = [TYPE.A, TYPE.AAAA] as const;
  const here = types.flatMap((type) => zone.zone.rows(target, type)).map((row) => zone.zone.rdata(row));
  if (here.length > 0) return here;
  const found = types.map((type) => resolve(world, zone.view, target, type));
  return found.some((one) => one === undefined) ? undefined : found.flatMap((one) => one!.rdata);
}
