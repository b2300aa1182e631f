import { exampleOrg } from "../../example.ts";
import { aLabels } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";

export const idnInvalidAlabel = {
  id: "idn-invalid-alabel",
  severity: "warning",
  set: "recommended",
  structural: false,
  summary: "A label that starts with xn-- and is no name in another script.",
  rfc: "RFC 5891 §5.4",
  explanation:
    "A label starting with xn-- is a name in Unicode, encoded as letters and digits. Browsers look up what they " +
    "themselves encode: one that cannot be decoded, or would be encoded otherwise, is a name nobody can type. Encode " +
    "the name again.",
  examples: {
    fail: [
      exampleOrg(
        "cut off, and encoded from capitals",
        `
        xn--mnchen-3y A 192.0.2.1 ;! idn-invalid-alabel xn--mnchen-3y
        xn--Mnchen-99999999a A 192.0.2.2 ;! idn-invalid-alabel xn--Mnchen-99999999a
        `,
      ),
    ],
    pass: [exampleOrg("no A-label", "web--eu A 192.0.2.1")],
  },
  check({ zone, report }) {
    for (const { row, text, unicode } of aLabels(zone.zone)) {
      if (unicode !== undefined) continue;
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `"${text}" starts with xn--, but is no name that a browser encodes so: nobody can type it`,
      });
    }
  },
} as const satisfies Rule;
