import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { ownerStartsWith } from "../../tree/index.ts";
import { textStartsWith } from "../../txt/index.ts";

export const dmarcWildcardIneffective = {
  id: "dmarc-wildcard-ineffective",
  severity: "info",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "A DMARC record at a wildcard, which does not work as a policy for all subdomains.",
  rfc: "RFC 7489 §6.6.3, RFC 4592 §2.1.1",
  explanation:
    "A wildcard answers only for names that do not exist, so a host with any record of its own keeps no policy by it, and " +
    "an asterisk in the middle of a name is no wildcard at all. Subdomains need none: the record of the domain is for " +
    "them too, by its tag sp where that is given.",
  examples: {
    fail: [
      exampleOrg(
        "at a wildcard, and with the asterisk in the middle",
        `
        *.a      TXT "v=DMARC1; p=reject" ;! dmarc-wildcard-ineffective *.a
        _dmarc.* TXT "v=DMARC1; p=reject" ;! dmarc-wildcard-ineffective _dmarc.* ;! wildcard-nonterminal _dmarc.*
        `,
      ),
    ],
    pass: [exampleOrg("a policy for subdomains", '_dmarc TXT "v=DMARC1; p=none; sp=reject"')],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.TXT)) {
      const isWildcard = ownerStartsWith(zone.zone, row, ["\\*"]);
      if (!isWildcard && !ownerStartsWith(zone.zone, row, ["_dmarc", "\\*"])) continue;
      if (!textStartsWith(zone.zone, row, "v=dmarc1") || ownerStartsWith(zone.zone, row, ["\\*", "_report"]))
        continue;
      const message = isWildcard
        ? `this wildcard answers only for names that do not exist: give subdomains their policy by the tag sp of the domain's record`
        : `receivers never ask for this name, an asterisk in the middle is no wildcard: use the tag sp of the domain's record`;
      report({ row, span: zone.tokens(row)?.owner?.span, message });
    }
  },
} as const satisfies Rule;
