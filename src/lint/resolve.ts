import { lookup, type Name, type RRType } from "../dns/index.ts";
import type { World } from "./world.ts";
import type { LintZone } from "./zone.ts";

/** What a resolver would get that asks the repository's zones, after all aliases. */
export interface Resolved {
  /** The zone that had the last word, and the rows and RDATA of the records; none where there are no such records. */
  readonly zone: LintZone;
  readonly rows: readonly number[];
  readonly rdata: readonly Uint8Array[];
  /** Whether the name at the end of the aliases exists, be it by a wildcard. */
  readonly exists: boolean;
}

/** Zones that one chain of aliases is followed through. */
const mostZones = 16;

/** Looks a name up in the zones of one view; undefined where the repository cannot tell. */
export function resolve(world: World, view: string, name: Name, type: RRType): Resolved | undefined {
  let wanted = name;
  for (let passed = 0; passed < mostZones; passed += 1) {
    const zone = world.zoneOf(wanted, view);
    if (zone === undefined) return undefined;
    const { kind, answer, leaves, chain } = lookup(zone.zone, wanted, type);
    const found = answer.at(-1);
    if (kind === "answer" && found !== undefined)
      return { zone, rows: found.rows, rdata: found.rdata, exists: true };
    const next = leaves ?? (kind === "referral" ? chain.at(-1) : undefined);
    if (next === undefined)
      return zone.incomplete ? undefined : { zone, rows: [], rdata: [], exists: kind !== "nxdomain" };
    if (next === wanted) return undefined;
    wanted = next;
  }
  return undefined;
}
