import { TYPE } from "../../../dns/index.ts";
import { atType, exampleDs } from "../../dnssec/index.ts";
import { changeExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";

const nameservers = "lab NS ns1.example.com.\nlab NS ns2.example.com.";
const other = `4711 13 2 ${"7f".repeat(32)}`;

export const dsOnlyNew = {
  id: "ds-only-new",
  severity: "error",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.DS],
  summary: "A change that replaces the DS records of all keys of a delegation at once.",
  rfc: "RFC 6781 §4.1.2",
  explanation:
    "Caches keep the old DS records, and the child's old DNSKEY records, until their TTL is over: for that time the one " +
    "does not fit the other, and resolvers that validate refuse the zone. Add the new record, wait until both TTLs are " +
    "over, and take the old one out in a later change.",
  examples: {
    fail: [
      changeExample("the old one is gone", {
        before: `${nameservers}\nlab DS ${exampleDs}`,
        now: `${nameservers}\nlab DS ${other} ;! ds-only-new DS`,
      }),
    ],
    pass: [
      changeExample("the new one beside the old one", {
        before: `${nameservers}\nlab DS ${exampleDs}`,
        now: `${nameservers}\nlab DS ${exampleDs}\nlab DS ${other}`,
      }),
      changeExample("another digest of the same key", {
        before: `${nameservers}\nlab DS ${exampleDs}`,
        now: `${nameservers}\nlab DS 23808 15 4 ${"7f".repeat(48)}`,
      }),
    ],
  },
  check({ zone, changes, report }) {
    for (const { owner, type, before, after } of changes()) {
      if (type !== TYPE.DS || !before || !after) continue;
      const known = new Set(before.rdata.map(keyOf));
      if (after.rdata.some((rdata) => known.has(keyOf(rdata)))) continue;
      const message = `no DS record of ${owner} is of a key that had one before: caches keep the old ones for ${before.ttl} seconds, so add the new ones first and remove the old ones in a later change`;
      report({ ...atType(zone, after.rows[0]!), message });
    }
  },
} as const satisfies Rule;

/** Tag and algorithm. */
function keyOf(rdata: Uint8Array): string {
  return rdata.subarray(0, 3).join(" ");
}
