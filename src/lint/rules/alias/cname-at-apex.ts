import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const cnameAtApex = {
  id: "cname-at-apex",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.CNAME],
  summary: "A CNAME at the zone's own name.",
  rfc: "RFC 1912 §2.4",
  explanation:
    "The zone's own name always has a SOA and NS records, and an alias can have no others: nameservers refuse the " +
    "zone. Write the addresses of the target instead, or an HTTPS record for web browsers.",
  examples: {
    fail: [exampleOrg("an alias for the whole zone", "@ CNAME host.example.net. ;! cname-at-apex CNAME")],
    pass: [exampleOrg("addresses at the apex", "@ A 192.0.2.1\nwww CNAME @")],
  },
  check({ zone, report }) {
    for (const row of zone.zone.rows(zone.zone.apex, TYPE.CNAME)) {
      report({
        row,
        span: zone.tokens(row)?.type?.span,
        message: `${zone.name} is the zone's own name, with SOA and NS records, and so cannot be an alias: write the target's addresses`,
      });
    }
  },
} as const satisfies Rule;
