import {
  type AnswerRRset,
  compareRdata,
  isAtOrBelow,
  lookup,
  type Name,
  nameKey,
  parentOf,
  type RRType,
  type Zone,
} from "../dns/index.ts";
import { nearestRecord } from "./nearest.ts";
import { rowsPointingInto } from "./pointing.ts";
import type { OwnedName, RecordPlace, Resolution, Resolver } from "./resolver.ts";
import { below, namesOf } from "./zone-names.ts";

/** A zone whose answers count; all zones given to one resolver are of one view. */
export interface ResolvableZone {
  readonly zone: Zone;
}

/** Zones one question is followed through; resolvers give up at about as many. */
const MOST_ZONES = 16;

type ZoneOf = (name: Name) => Zone | undefined;

/**
 * Answers as the zones' servers together would: the closest enclosing zone is asked, aliases are followed from zone
 * to zone. What is delegated to others, or lies in no zone of ours, is `external`.
 */
export function zoneResolver(zones: readonly ResolvableZone[]): Resolver {
  const byApex = new Map(zones.map(({ zone }) => [zone.apex, zone]));
  const zoneOf = zoneFinder(byApex);
  return {
    resolve: (name, type) => follow(name, type, zoneOf),
    nearest(name, type) {
      const zone = zoneOf(name);
      return zone && nearestRecord(zone, nameKey(name), type);
    },
    names: walker(byApex, zoneOf),
    *pointing(networks) {
      for (const zone of byApex.values()) yield* rowsPointingInto(zone, networks);
    },
  };
}

/** Finds the closest enclosing zone. Names that are asked for one after the other mostly have one parent. */
function zoneFinder(byApex: ReadonlyMap<Name, Zone>): ZoneOf {
  let last: { readonly parent: Name; readonly zone: Zone | undefined } | undefined;
  const climb = (name: Name) => {
    for (let at: Name | undefined = name; at !== undefined; at = parentOf(at)) {
      const zone = byApex.get(at);
      if (zone) return zone;
    }
    return undefined;
  };
  return (name) => {
    const key = nameKey(name);
    const parent = parentOf(key);
    const own = byApex.get(key);
    if (own || parent === undefined) return own;
    if (last?.parent !== parent) last = { parent, zone: climb(parent) };
    return last.zone;
  };
}

/** Resolver.names over zones; the names of each are put together once, when they are first walked. */
function walker(byApex: ReadonlyMap<Name, Zone>, zoneOf: ZoneOf): NonNullable<Resolver["names"]> {
  const known = new Map<Zone, readonly OwnedName[]>();
  const namesIn = (zone: Zone) => {
    const names = known.get(zone) ?? namesOf(zone, byApex.keys());
    known.set(zone, names);
    return names;
  };
  return function* (top) {
    const around = zoneOf(top);
    if (around && around.apex !== top) yield* below(namesIn(around), top);
    for (const zone of byApex.values()) if (isAtOrBelow(zone.apex, top)) yield* namesIn(zone);
  };
}

function follow(question: Name, type: RRType, zoneOf: ZoneOf): Resolution {
  const passed: Name[] = [];
  let ttl = Number.POSITIVE_INFINITY;
  let name = question;
  for (let asked = 0; asked < MOST_ZONES; asked += 1) {
    const zone = zoneOf(name);
    if (!zone) return nothing("external", [...passed, name]);
    const result = lookup(zone, name, type);
    const chain = passed.length === 0 ? result.chain : [...passed, ...result.chain];
    const last = chain.at(-1)!;
    for (const rrset of result.answer) ttl = Math.min(ttl, rrset.ttl);
    switch (result.kind) {
      case "answer":
        return new FoundRecords(result.answer.at(-1)!, zone, chain, ttl);
      case "nodata":
      case "nxdomain":
        return nothing(result.kind, chain);
      case "referral":
        if (zoneOf(last) === zone) return nothing("external", chain);
        passed.push(...result.chain.slice(0, -1));
        name = last;
        break;
      case "alias":
      case "dname":
        if (result.rcode === "YXDOMAIN") return nothing("nxdomain", chain);
        if (result.leaves === undefined) return nothing("loop", chain);
        passed.push(...result.chain);
        name = result.leaves;
    }
  }
  return nothing("loop", [...passed, name]);
}

function nothing(kind: "nodata" | "nxdomain" | "external" | "loop", chain: readonly Name[]): Resolution {
  return { kind, chain, rdata: [], ttl: 0, places: [] };
}

/** Records, whose places are worked out when they are looked at: most answers are as expected. */
class FoundRecords implements Resolution {
  readonly kind = "records";
  readonly chain: readonly Name[];
  readonly rdata: readonly Uint8Array[];
  readonly ttl: number;
  readonly #rrset: AnswerRRset;
  readonly #zone: Zone;

  constructor(rrset: AnswerRRset, zone: Zone, chain: readonly Name[], ttl: number) {
    this.chain = chain;
    this.rdata = rrset.rdata;
    this.ttl = ttl;
    this.#rrset = rrset;
    this.#zone = zone;
  }

  get places(): readonly (RecordPlace | undefined)[] {
    return this.rdata.map((one) => this.#placeAt(one));
  }

  get place(): RecordPlace {
    return this.#placeAt(this.rdata[0]!)!;
  }

  #placeAt(one: Uint8Array): RecordPlace | undefined {
    const { rows, type } = this.#rrset;
    const row = rows.find((candidate) => compareRdata(type, this.#zone.rdata(candidate), one) === 0);
    return row === undefined ? undefined : placeOf(this.#zone, row);
  }
}

function placeOf(zone: Zone, row: number): RecordPlace {
  return { ...zone.place(row), row, zone: zone.apex };
}
