import {
  type AnswerRRset,
  compareRdata,
  lookup,
  type Name,
  nameKey,
  parentOf,
  type RRType,
  type Zone,
} from "../dns/index.ts";
import { nearestRecord } from "./nearest.ts";
import type { RecordPlace, Resolution, Resolver } from "./resolver.ts";

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
  const zoneOf: ZoneOf = (name) => {
    for (let at: Name | undefined = nameKey(name); at !== undefined; at = parentOf(at)) {
      const zone = byApex.get(at);
      if (zone) return zone;
    }
    return undefined;
  };
  return {
    resolve: (name, type) => follow(name, type, zoneOf),
    nearest(name, type) {
      const zone = zoneOf(name);
      return zone && nearestRecord(zone, nameKey(name), type);
    },
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
    const chain = [...passed, ...result.chain];
    const last = chain.at(-1)!;
    ttl = Math.min(ttl, ...result.answer.map((rrset) => rrset.ttl));
    switch (result.kind) {
      case "answer":
        return records(result.answer.at(-1)!, zone, chain, ttl);
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

function nothing(kind: Exclude<Resolution["kind"], "records">, chain: readonly Name[]): Resolution {
  return { kind, chain, rdata: [], ttl: 0, places: [] };
}

function records(
  { type, rdata, rows }: AnswerRRset,
  zone: Zone,
  chain: readonly Name[],
  ttl: number,
): Resolution {
  const places = rdata.map((one) => {
    const row = rows.find((candidate) => compareRdata(type, zone.rdata(candidate), one) === 0);
    return row === undefined ? undefined : placeOf(zone, row);
  });
  const [place] = places;
  return { kind: "records", chain, rdata, ttl, places, ...(place && { place }) };
}

function placeOf(zone: Zone, row: number): RecordPlace {
  return { ...zone.place(row), row, zone: zone.apex };
}
