import { TYPE } from "../../../dns/index.ts";
import { type ExampleZone, exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

const withoutNs: ExampleZone = {
  origin: "example.org.",
  text: `$TTL 1h
@ SOA ns.example.com. hostmaster.example.com. 1 2h 1h 14d 1h ;! ns-none-apex @ SOA ns.example.com. hostmaster.example.com. 1 2h 1h 14d 1h
www A 192.0.2.1
`,
};

export const nsNoneApex = {
  id: "ns-none-apex",
  severity: "error",
  set: "recommended",
  structural: true,
  summary: "A zone without NS records at its own name.",
  rfc: "RFC 1035 §5.2",
  explanation:
    "Every zone names its nameservers at its own name; nameservers refuse to load a zone that does not.",
  examples: {
    fail: [{ title: "no nameserver", zones: [withoutNs] }],
    pass: [exampleOrg("one nameserver", "www A 192.0.2.1")],
  },
  check({ zone, report }) {
    if (zone.incomplete || zone.zone.rows(zone.zone.apex, TYPE.NS).length > 0) return;
    report({
      row: zone.zone.soa()?.row,
      message: `${zone.name} has no NS records: write one for each nameserver, such as "@ NS ns1.example.net."`,
    });
  },
} as const satisfies Rule;
