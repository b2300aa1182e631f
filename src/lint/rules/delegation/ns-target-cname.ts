import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { reportAliasTargets } from "../../targets/index.ts";

export const nsTargetCname = {
  id: "ns-target-cname",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.NS],
  summary: "A nameserver (NS) whose name is an alias.",
  rfc: "RFC 2181 §10.3",
  explanation:
    "Resolvers need not follow an alias to find a nameserver, and several do not. Name the host itself.",
  examples: {
    fail: [
      exampleOrg(
        "an alias in the zone",
        `
        @    NS    ns1 ;! ns-target-cname ns1
        ns1  CNAME host
        host A     192.0.2.1
        `,
      ),
    ],
    pass: [exampleOrg("a host", "@ NS ns1\nns1 A 192.0.2.1")],
  },
  check(context) {
    reportAliasTargets(context, TYPE.NS);
  },
} as const satisfies Rule;
