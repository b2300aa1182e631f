import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { reportAliasTargets } from "../../targets/index.ts";

export const mxTargetCname = {
  id: "mx-target-cname",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A mail server (MX) whose name is an alias.",
  rfc: "RFC 2181 §10.3, RFC 5321 §5.1",
  explanation: "Some mail servers refuse to send to an alias, others loop. Name the host itself.",
  examples: {
    fail: [
      exampleOrg(
        "an alias, also by a wildcard",
        `
        host  A     192.0.2.1
        mail  CNAME host
        *.in  CNAME host
        @     MX    10 mail ;! mx-target-cname mail
        @     MX    20 a.in ;! mx-target-cname a.in
        `,
      ),
    ],
    pass: [exampleOrg("a host", "@ MX 10 mail\nmail A 192.0.2.1")],
  },
  check(context) {
    reportAliasTargets(context, TYPE.MX);
  },
} as const satisfies Rule;
