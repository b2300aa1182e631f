import { labelsOf, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { specialRows } from "../../known/index.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

export const addrLoopback = {
  id: "addr-loopback",
  severity: "warning",
  set: "strict",
  structural: false,
  types: [TYPE.A, TYPE.AAAA],
  summary: "A name whose address is the asking machine itself, or no address at all.",
  rfc: "RFC 1912 §4.1, RFC 6761 §6.3",
  explanation:
    "Who asks for the name connects to itself: web pages that trust the name then trust whatever runs there. Only " +
    '"localhost" has such an address. For a name without service write no address, or a null MX (RFC 7505) for a ' +
    "domain without mail.",
  examples: {
    fail: [
      exampleOrg(
        "a parked name, and one that is not configured",
        `
        parked A    127.0.0.1 ;! addr-loopback 127.0.0.1
        unset  A    0.0.0.0 ;! addr-loopback 0.0.0.0
        six    AAAA ::1 ;! addr-loopback ::1
        `,
      ),
    ],
    pass: [exampleOrg("localhost", "localhost A 127.0.0.1\nlocalhost AAAA ::1")],
  },
  check({ zone, once, report }) {
    for (const { row, block } of specialRows({ zone, once }, "loopback")) {
      const owner = zone.zone.ownerKey(row);
      if (labelsOf(owner)[0] === "localhost") continue;
      report({
        row,
        span: zone.tokens(row)?.rdata[0]?.span,
        message: `${addressText(zone.zone.rdata(row))} is ${block.words}: who looks for ${owner} does not find it`,
      });
    }
  },
} as const satisfies Rule;
