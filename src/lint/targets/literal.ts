import { ipv4FromText, isWildcard, labelsOf, type Name, TYPE, type Zone } from "../../dns/index.ts";
import { rdataOctet } from "../records/index.ts";
import type { RuleContext } from "../rule.ts";

/** The IPv4 address that somebody wrote as the target of a record: `192.0.2.1`, with or without the zone's name behind. */
export function addressInTarget({ apex }: Zone, target: Name): string | undefined {
  const labels = labelsOf(target);
  const isWhole = labels.length === 4 || labels.length === 4 + labelsOf(apex).length;
  const address = labels.slice(0, 4).join(".");
  return isWhole && ipv4FromText(address) !== undefined ? address : undefined;
}

/** Whether the name that starts at `at` of a row's RDATA begins with a digit, as an address does: most need no closer look. */
export function startsWithDigit(zone: Zone, row: number, at: number): boolean {
  const octet = rdataOctet(zone, row, at + 1) ?? 0;
  return octet >= 0x30 && octet <= 0x39;
}

/** A name of the zone that has this IPv4 address. */
export function ownerOfAddress({ zone: { zone }, rowsOf }: RuleContext, address: string): Name | undefined {
  const octets = ipv4FromText(address)!;
  const rows = rowsOf(TYPE.A).filter((row) => {
    const rdata = zone.rdata(row);
    return octets.every((octet, at) => octet === rdata[at]) && !isWildcard(zone.owner(row));
  });
  return rows[0] === undefined ? undefined : zone.owner(rows[0]);
}
