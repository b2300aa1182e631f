import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { isDocumentationName, specialRows } from "../../known/index.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

export const addrDocumentation = {
  id: "addr-documentation",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.A, TYPE.AAAA],
  summary: "An address from the blocks for documentation, in a zone that is not documentation.",
  rfc: "RFC 5737, RFC 3849, RFC 9637",
  explanation:
    "These addresses stand in manuals and reach nobody: most likely an example was copied. Write the real address.",
  examples: {
    fail: [
      {
        title: "copied from a manual",
        zones: [
          {
            origin: "harbour-radio.net.",
            text: "$TTL 1h\n@ SOA ns1.nordic-dns.net. h.nordic-dns.net. 1 4h 1h 14d 1h\n@ NS ns1.nordic-dns.net.\n@ NS ns2.nordic-dns.net.\nwww A 192.0.2.10 ;! addr-documentation 192.0.2.10\nwww AAAA 2001:db8::10 ;! addr-documentation 2001:db8::10\n",
          },
        ],
      },
    ],
    pass: [exampleOrg("a zone that is documentation", "www A 192.0.2.10")],
  },
  check({ zone, once, report }) {
    if (isDocumentationName(zone.name)) return;
    for (const { row, block } of specialRows({ zone, once }, "documentation")) {
      report({
        row,
        span: zone.tokens(row)?.rdata[0]?.span,
        message: `${addressText(zone.zone.rdata(row))} is ${block.words} and reaches nobody: write the real address`,
      });
    }
  },
} as const satisfies Rule;
