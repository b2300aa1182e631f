import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { specialRows } from "../../known/index.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

export const addrV4mapped = {
  id: "addr-v4mapped",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.AAAA],
  summary: "An AAAA record with an IPv4 address in disguise, or one of a transition technique that is gone.",
  rfc: "RFC 4291 §2.5.5, RFC 7526",
  explanation:
    "Mapped addresses exist inside a machine only, and 6to4 and Teredo are switched off nearly everywhere: clients " +
    "with IPv6 try it and wait. Write an A record for the IPv4 address, and AAAA only for real IPv6.",
  examples: {
    fail: [
      exampleOrg(
        "mapped, 6to4 and Teredo",
        `
        web AAAA ::ffff:192.0.2.1 ;! addr-v4mapped ::ffff:192.0.2.1
        old AAAA 2002:c000:201::1 ;! addr-v4mapped 2002:c000:201::1
        tun AAAA 2001::53aa:64c ;! addr-v4mapped 2001::53aa:64c
        `,
      ),
    ],
    pass: [exampleOrg("one record for each family", "web A 192.0.2.1\nweb AAAA 2001:db8::1")],
  },
  check({ zone, once, report }) {
    for (const { row, block } of specialRows({ zone, once }, "transition")) {
      report({
        row,
        span: zone.tokens(row)?.rdata[0]?.span,
        message: `${addressText(zone.zone.rdata(row))} is ${block.words}: clients with IPv6 cannot connect to it`,
      });
    }
  },
} as const satisfies Rule;
