import { TYPE, wildcardOf } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const wildcardApexCname = {
  id: "wildcard-apex-cname",
  severity: "warning",
  set: "strict",
  structural: false,
  types: [TYPE.CNAME],
  summary: "A wildcard alias directly below the zone's name, which answers for _dmarc and the like too.",
  rfc: "RFC 4592 §2.1.3",
  explanation:
    "A wildcard answers for every type and for names with underscores as well: with * CNAME, whoever asks for the " +
    "policy at _dmarc, a key below _domainkey or a token at _acme-challenge is sent to the alias's target, and gets " +
    "what that name says. Write A and AAAA at the wildcard, or the underscored names beside it.",
  examples: {
    fail: [exampleOrg("everything is the shop", "* CNAME shop.example.net. ;! wildcard-apex-cname *")],
    pass: [
      exampleOrg("addresses", "* A 192.0.2.1"),
      exampleOrg("below a name of its own", "*.apps CNAME apps.example.net."),
    ],
  },
  check({ zone: lintZone, report }) {
    const { zone } = lintZone;
    for (const row of zone.rows(wildcardOf(zone.apex), TYPE.CNAME)) {
      report({
        row,
        span: lintZone.tokens(row)?.owner?.span,
        message: `this alias answers for _dmarc, _domainkey and _acme-challenge in ${lintZone.name} too: A and AAAA records at the wildcard do not`,
      });
    }
  },
} as const satisfies Rule;
