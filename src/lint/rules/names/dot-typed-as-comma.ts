import type { Token } from "../../../zonefile/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { targetsWith, targetTokenOf } from "../../targets/index.ts";
import { ownerLabelsWith } from "../../tree/index.ts";
import { replaceSpan } from "../../writing/index.ts";

/** Words with commas and dots between them, no space: nothing that a person would call a printer. */
const typed = /^[\w-]+(?:[.,][\w-]+)*[.,]?$/;

export const dotTypedAsComma = {
  id: "dot-typed-as-comma",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A name with a comma where a dot was meant.",
  rfc: "RFC 1123 §2.1",
  explanation:
    'A comma is an ordinary character of a label: "mail,example.com." is a name of two labels that exists nowhere. ' +
    "The two keys are neighbours.",
  supersedes: [
    "hostname-chars",
    "missing-trailing-dot-target",
    "cname-dangling",
    "srv-target-no-address",
    "mx-target-no-address",
    "ns-target-no-address",
  ],
  examples: {
    fail: [
      exampleOrg(
        "in an owner and in targets",
        `
        www,lon A 192.0.2.1 ;! dot-typed-as-comma www,lon
        @ MX 10 mail,example.com. ;! dot-typed-as-comma mail,example.com.
        web CNAME www.example.com, ;! dot-typed-as-comma www.example.com,
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "a service with a name for people",
        "_ipp._tcp PTR Printer\\\\,\\\\032left._ipp._tcp.example.net.",
      ),
    ],
  },
  check({ zone: lintZone, report }) {
    const { zone } = lintZone;
    const tell = (row: number, token: Token | undefined) => {
      if (!token || token.quoted || !typed.test(token.text) || !token.text.includes(",")) return;
      const text = token.text.replaceAll(",", ".");
      report({
        row,
        span: token.span,
        message: `"${token.text}" has a comma, which is an ordinary character in a name: probably ${text} was meant`,
        fix: replaceSpan(`write ${text}`, token.span, text),
      });
    };
    for (const { row } of ownerLabelsWith(zone, ",")) tell(row, lintZone.tokens(row)?.owner);
    for (const row of targetsWith(zone, ",")) tell(row, targetTokenOf(lintZone, row));
  },
} as const satisfies Rule;
