import { exampleOrg } from "../../example.ts";
import { aLabels } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";

export const idnShowUlabel = {
  id: "idn-show-ulabel",
  severity: "info",
  set: "all",
  structural: false,
  summary: "A label that starts with xn--, and what it is in its own script.",
  rfc: "RFC 5890 §2.3.2.1",
  explanation:
    "Nobody reads xn-- labels: the finding says what the name looks like to users, so that a reviewer can tell " +
    "whether it is what was meant. Nothing is wrong with it.",
  examples: {
    fail: [exampleOrg("a city", "xn--mnchen-3ya A 192.0.2.1 ;! idn-show-ulabel xn--mnchen-3ya")],
    pass: [exampleOrg("letters", "muenchen A 192.0.2.1")],
  },
  check({ zone, report }) {
    for (const { row, text, unicode } of aLabels(zone.zone)) {
      if (unicode === undefined) continue;
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `${text} is ${unicode}`,
      });
    }
  },
} as const satisfies Rule;
