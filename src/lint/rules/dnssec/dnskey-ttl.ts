import { formatDuration, TYPE } from "../../../dns/index.ts";
import { exampleKey } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const dnskeyTtl = {
  id: "dnskey-ttl",
  severity: "info",
  set: "strict",
  structural: false,
  types: [TYPE.DNSKEY],
  options: {
    most: { default: 172_800, summary: "Seconds that the TTL of DNSKEY records is at most." },
  },
  summary: "DNSKEY records with so long a TTL that a key is not replaced soon.",
  rfc: "RFC 6781 §4.4.1",
  explanation:
    "Every step of a rollover waits for the TTL of the DNSKEY records, and a key that became known has to be trusted " +
    "as long. A day or less is usual.",
  examples: {
    fail: [exampleOrg("a week", `@ 7d DNSKEY ${exampleKey} ;! dnskey-ttl 7d`)],
    pass: [exampleOrg("an hour", `@ 1h DNSKEY ${exampleKey}`)],
  },
  check({ zone, number, report }) {
    const [row] = zone.zone.rowsWire(zone.zone.apexWire, 0, TYPE.DNSKEY);
    if (row === undefined || zone.zone.ttl(row) <= number("most")) return;
    const tokens = zone.tokens(row);
    const message = `caches keep the keys of ${zone.name} for ${formatDuration(zone.zone.ttl(row))}: so long each step of a rollover takes, also when a key became known; a day or less is usual`;
    report({ row, span: tokens?.ttl?.span ?? tokens?.type?.span, message });
  },
} as const satisfies Rule;
