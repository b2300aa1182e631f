import { exampleOrg } from "../../example.ts";
import { hostNamesWith, hostNameTypes } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";

export const hostnameHyphen = {
  id: "hostname-hyphen",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: hostNameTypes,
  summary: "A name of a host with a label that starts or ends with a hyphen.",
  rfc: "RFC 952, RFC 1123 §2.1",
  explanation:
    "Labels of host names start and end with a letter or digit. Browsers and mail servers refuse others, no " +
    "certificate is given for them, and BIND refuses such owners in a primary zone unless check-names says otherwise.",
  examples: {
    fail: [
      exampleOrg(
        "in front and behind",
        `
        -web    A     192.0.2.1 ;! hostname-hyphen -web
        web-    AAAA  2001:db8::1 ;! hostname-hyphen web-
        @       MX    10 mail-.example.net. ;! hostname-hyphen mail-.example.net.
        `,
      ),
    ],
    pass: [exampleOrg("inside", "web-1 A 192.0.2.1")],
  },
  check({ zone, once, report }) {
    for (const { row, token } of hostNamesWith({ once }, "edge")) {
      const what = token ? `"${token.text}"` : `a name in a record of ${zone.zone.owner(row)}`;
      report({
        row,
        span: token?.span,
        message: `${what} has a label with a hyphen at its start or end, which no host name has: programs refuse it`,
      });
    }
  },
} as const satisfies Rule;
