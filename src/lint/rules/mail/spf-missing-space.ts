import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { spfRecords } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";
import { isUnquoted } from "./spf-unquoted.ts";

export const spfMissingSpace = {
  id: "spf-missing-space",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "Two strings of an SPF record that are joined in the middle, without a space between their terms.",
  rfc: "RFC 7208 §3.3",
  explanation:
    "The strings of a TXT record are joined without anything between them, so that the last term of one and the first " +
    "of the next become one word, which is an error or, worse, another name. End each string but the last with a space.",
  examples: {
    fail: [
      exampleOrg(
        "over two lines",
        `
        @ TXT ( "v=spf1 ip4:192.0.2.1"
        "ip4:192.0.2.2 -all" ) ;! spf-missing-space ip4:192.0.2.2
        a TXT "v=spf1 include:_spf.example.com" "-all" ;! spf-missing-space -all
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "a space at the end of one or the start of the other, and a name cut in two",
        `
        @ TXT "v=spf1 ip4:192.0.2.1 " "ip4:192.0.2.2" " -all"
        a TXT "v=spf1 include:_spf.exam" "ple.com -all"
        `,
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    for (const { row, txt, terms, missingSpaces } of spfRecords(
      context,
      ({ strings }) => strings.length > 1,
    )) {
      if (missingSpaces.length === 0 || isUnquoted(zone, row)) continue;
      for (const at of missingSpaces) {
        const before = terms.find(({ end }) => end === at)?.text ?? "v=spf1";
        const after = terms.find(({ start }) => start === at)!;
        const message = `the strings are joined to "${before}${after.text}": a space is missing before "${after.text}"`;
        report({
          row,
          span: txt.span(at, after.end),
          message,
          fix: txt.replace("put a space before it", at, at, " "),
        });
      }
    }
  },
} as const satisfies Rule;
