import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { spfRecords } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";

export const spfPlusAll = {
  id: "spf-plus-all",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "An SPF record that lets everybody send (+all).",
  rfc: "RFC 7208 §5.1",
  explanation:
    "`+all`, and `all` alone, which means the same, pass mail from any machine on the Internet: forged mail passes too, " +
    "and receivers count such a record against the domain. End with `-all` or `~all`.",
  examples: {
    fail: [
      exampleOrg(
        "said and unsaid",
        `
        a TXT "v=spf1 mx:example.com +all" ;! spf-plus-all +all
        b TXT "v=spf1 mx:example.com all" ;! spf-plus-all all
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "the other three",
        `
        a TXT "v=spf1 mx:example.com -all"
        b TXT "v=spf1 mx:example.com ~all"
        c TXT "v=spf1 mx:example.com ?all"
        `,
      ),
    ],
  },
  check(context) {
    for (const { row, txt, terms } of spfRecords(context, ({ text }) => /[^-~?]all/i.test(text))) {
      for (const { name, text, qualifier, problem, start, end } of terms) {
        if (name !== "all" || problem || (qualifier !== "" && qualifier !== "+")) continue;
        const message = `"${text}" lets everybody send mail as ${txt.owner}: end with -all or ~all`;
        context.report({ row, span: txt.span(start, end), message });
      }
    }
  },
} as const satisfies Rule;
