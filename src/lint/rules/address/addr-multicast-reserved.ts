import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { specialRows } from "../../known/index.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

export const addrMulticastReserved = {
  id: "addr-multicast-reserved",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.A, TYPE.AAAA],
  summary: "An address that no host can have: multicast, broadcast or reserved.",
  rfc: "RFC 6890",
  explanation:
    "No connection to such an address comes about. Most often a digit is missing or too many. Write the host's address.",
  examples: {
    fail: [
      exampleOrg(
        "groups and reserved blocks",
        `
        news A    224.0.1.5 ;! addr-multicast-reserved 224.0.1.5
        web  A    250.0.2.1 ;! addr-multicast-reserved 250.0.2.1
        six  AAAA ff02::1 ;! addr-multicast-reserved ff02::1
        `,
      ),
    ],
    pass: [exampleOrg("addresses of hosts", "www A 192.0.2.10\nwww AAAA 2001:db8::10")],
  },
  check({ zone, once, report }) {
    for (const { row, block } of specialRows({ zone, once }, "reserved")) {
      report({
        row,
        span: zone.tokens(row)?.rdata[0]?.span,
        message: `${addressText(zone.zone.rdata(row))} is ${block.words}: no host has such an address`,
      });
    }
  },
} as const satisfies Rule;
