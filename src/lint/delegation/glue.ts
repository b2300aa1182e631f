import { TYPE, type Zone } from "../../dns/index.ts";
import type { ZoneContext } from "../rule.ts";
import { lower } from "../tree/index.ts";

/** Whether the NS record in a row delegates to a nameserver at or below the delegated name: the zone must have its address. */
export function needsGlue(zone: Zone, row: number): boolean {
  const { owner, names } = zone.columns;
  const [from, to] = [names.start[owner[row]!]!, names.start[owner[row]! + 1]!];
  const length = to - from;
  if (length === zone.apexWire.length) return false;
  const target = zone.rdata(row);
  let at = 0;
  while (target.length - at > length) at += target[at]! + 1;
  return target.length - at === length && isSame(target, at, names.octets, from, length);
}

/** Whether the zone has an A or AAAA record of the nameserver that the NS record in a row names. */
export function hasNameserverAddress(zone: Zone, row: number): boolean {
  const target = zone.rdata(row);
  return zone.hasWire(target, 0, TYPE.A) || zone.hasWire(target, 0, TYPE.AAAA);
}

/**
 * Which owners of the zone under judgement are named by its NS records: 1 at the key of each. For RuleContext.once.
 */
export function nameserverKeys({ zone: { zone }, rowsOf }: Pick<ZoneContext, "zone" | "rowsOf">): Uint8Array {
  const { owner, names } = zone.columns;
  const named = new Uint8Array(names.key.length);
  for (const row of rowsOf(TYPE.NS)) {
    const [first] = zone.rowsWire(zone.rdata(row), 0);
    if (first !== undefined) named[names.key[owner[first]!]!] = 1;
  }
  return named;
}

function isSame(a: Uint8Array, aAt: number, b: Uint8Array, bAt: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) {
    const [left, right] = [a[aAt + i]!, b[bAt + i]!];
    if (left !== right && lower(left) !== lower(right)) return false;
  }
  return true;
}
