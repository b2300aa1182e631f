import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { reportAliasTargets } from "../../targets/index.ts";

export const srvTargetCname = {
  id: "srv-target-cname",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A service (SRV) whose host is an alias.",
  rfc: "RFC 2782",
  explanation: "The standard forbids it, and some clients do not follow the alias. Name the host itself.",
  examples: {
    fail: [
      exampleOrg(
        "an alias in the zone",
        `
        host      A     192.0.2.1
        sip       CNAME host
        _sip._tcp SRV   0 0 5060 sip ;! srv-target-cname sip
        `,
      ),
    ],
    pass: [exampleOrg("a host", "_sip._tcp SRV 0 0 5060 sip\nsip A 192.0.2.1")],
  },
  check(context) {
    reportAliasTargets(context, TYPE.SRV);
  },
} as const satisfies Rule;
