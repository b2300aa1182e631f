import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { ownerLabelsWith } from "../../tree/index.ts";

export const wildcardNonterminal = {
  id: "wildcard-nonterminal",
  severity: "warning",
  set: "recommended",
  structural: false,
  summary: "An owner with an asterisk that is not its first label, which makes it no wildcard.",
  rfc: "RFC 4592 §2.1.1",
  explanation:
    "Only an asterisk that stands alone as the leftmost label is a wildcard. Anywhere else it is an ordinary label: " +
    "a.*.example.org answers questions for exactly that name, which nobody asks. The DNS has no pattern for names " +
    "inside others; write each name, or a wildcard further up.",
  supersedes: ["hostname-chars"],
  examples: {
    fail: [
      exampleOrg(
        "one label of every customer",
        "mail.*.shops A 192.0.2.1 ;! wildcard-nonterminal mail.*.shops",
      ),
    ],
    pass: [exampleOrg("leftmost", "*.shops A 192.0.2.1")],
  },
  check({ zone, report }) {
    for (const { row, at, text } of ownerLabelsWith(zone.zone, "*")) {
      if (at === 0 || text !== "*") continue;
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `${zone.zone.owner(row)} is no wildcard: an asterisk stands for other names only as the leftmost label (RFC 4592)`,
      });
    }
  },
} as const satisfies Rule;
