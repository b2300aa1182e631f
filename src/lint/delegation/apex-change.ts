import { type Name, nameFromWire, nameKey, TYPE, type Zone } from "../../dns/index.ts";
import type { RuleContext } from "../rule.ts";

/** How the nameservers of the zone itself differ from those on the base. */
export interface ApexChange {
  readonly added: readonly Name[];
  readonly removed: readonly Name[];
  /** How many there were. */
  readonly before: number;
  /** Where to speak of it: the first of the NS records, else the SOA. */
  readonly row: number | undefined;
}

/** Undefined where the nameservers are the same, or there were none on the base. */
export function apexChange({ zone }: RuleContext): ApexChange | undefined {
  if (!zone.before || zone.incomplete || zone.before.incomplete) return undefined;
  const [before, after] = [nameservers(zone.before.zone), nameservers(zone.zone)];
  const added = [...after].filter((name) => !before.has(name));
  const removed = [...before].filter((name) => !after.has(name));
  if (before.size === 0 || added.length + removed.length === 0) return undefined;
  const row = zone.zone.rows(zone.zone.apex, TYPE.NS)[0] ?? zone.zone.soa()?.row;
  return { added, removed, before: before.size, row };
}

function nameservers(zone: Zone): ReadonlySet<Name> {
  return new Set(zone.rows(zone.apex, TYPE.NS).map((row) => nameKey(nameFromWire(zone.rdata(row)).name)));
}
