import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { spfRecords } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";

export const spfPtr = {
  id: "spf-ptr",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "The mechanism `ptr` in an SPF record.",
  rfc: "RFC 7208 §5.5",
  explanation:
    "`ptr` should not be used: it is slow, puts a load on the reverse zones of strangers, and some receivers skip it. " +
    "Name the addresses with ip4 and ip6, or the hosts with a and mx.",
  examples: {
    fail: [
      exampleOrg("with and without a name", '@ TXT "v=spf1 ptr:example.com -all" ;! spf-ptr ptr:example.com'),
    ],
    pass: [exampleOrg("addresses", '@ TXT "v=spf1 ip4:192.0.2.0/24 -all"')],
  },
  check(context) {
    for (const { row, txt, terms } of spfRecords(context, ({ text }) => /ptr/i.test(text))) {
      for (const { name, text, problem, start, end } of terms) {
        if (name !== "ptr" || problem) continue;
        const message = `"${text}" is slow and some receivers skip it: list the senders with ip4, ip6, a or mx`;
        context.report({ row, span: txt.span(start, end), message });
      }
    }
  },
} as const satisfies Rule;
