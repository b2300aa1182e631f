import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { reportTargetsWithoutAddress } from "../../targets/index.ts";

export const nsTargetNoAddress = {
  id: "ns-target-no-address",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.NS],
  summary: "A nameserver (NS) whose name is in the repository and has no address.",
  rfc: "RFC 1912 §2.8",
  explanation:
    "Nobody can ask a nameserver without address. Add its A or AAAA record, or take the NS record out.",
  examples: {
    fail: [
      exampleOrg(
        "of the zone, and of a delegation",
        `
        @   NS  ns1 ;! ns-target-no-address ns1
        lab NS  ns.example.net.
        lab NS  ns2 ;! ns-target-no-address ns2
        ns2 TXT "no address"
        `,
      ),
    ],
    pass: [exampleOrg("an IPv6 address will do", "@ NS ns1\nns1 AAAA 2001:db8::1")],
  },
  check(context) {
    reportTargetsWithoutAddress(context, TYPE.NS, "nobody can ask this nameserver");
  },
} as const satisfies Rule;
