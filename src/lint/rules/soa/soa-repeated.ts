import { TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

export const soaRepeated = {
  id: "soa-repeated",
  severity: "error",
  set: "recommended",
  structural: false,
  concerns: ["nsd"],
  types: [TYPE.SOA],
  summary: "The same SOA twice, which NSD refuses.",
  rfc: "RFC 1035 §5.2",
  explanation:
    "A zone has one SOA. BIND, Knot DNS and PowerDNS let the same one stand twice, NSD does not load the zone. It is " +
    "often there because an included file has its own. Delete one.",
  supersedes: ["rr-duplicate"],
  examples: {
    fail: [
      {
        title: "an included file has the SOA too",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n$INCLUDE head.inc\n",
            includes: {
              "head.inc":
                "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h ;! soa-repeated @ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n",
            },
          },
        ],
      },
    ],
    pass: [
      {
        title: "one",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n",
          },
        ],
      },
    ],
  },
  check({ zone, rowsOf, report }) {
    const [first, ...others] = rowsOf(TYPE.SOA);
    for (const row of others) {
      const place = placeText(zone.zone, first!, row);
      report({
        row,
        message: `the SOA of ${zone.name} is already on ${place}: NSD refuses a second one, so delete this`,
      });
    }
  },
} as const satisfies Rule;
