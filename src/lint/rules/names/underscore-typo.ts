import { exampleOrg } from "../../example.ts";
import { mistypedUnderscored, unknownLabels } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";
import { replaceSpan } from "../../writing/index.ts";

export const underscoreTypo = {
  id: "underscore-typo",
  severity: "warning",
  set: "recommended",
  structural: false,
  summary: "A name with an underscore that is almost one with a meaning.",
  rfc: "RFC 8552 §4",
  explanation:
    "Names such as _dmarc, _domainkey or _tcp are asked for by software, letter by letter. One letter off, the record " +
    "is served and nobody ever asks for it: the policy, key or service is not there, and nothing says so.",
  supersedes: ["underscore-unregistered"],
  examples: {
    fail: [
      exampleOrg(
        "letters changed places, one too many",
        `
        _dmrac            TXT "v=DMARC1; p=none" ;! underscore-typo _dmrac
        mail._domainkeys  TXT "v=DKIM1; p=" ;! underscore-typo mail._domainkeys
        _sip._tpc         SRV 0 0 5060 sip.example.net. ;! underscore-typo _sip._tpc
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "names that are known, and one put aside",
        `
        _dmarc      TXT "v=DMARC1; p=none"
        _github-challenge-acme TXT "8f2c"
        _sip._tcp   SRV 0 0 5060 sip.example.net.
        `,
      ),
    ],
  },
  check({ zone: lintZone, report }) {
    const { zone } = lintZone;
    for (const { row, owner, text } of unknownLabels(zone)) {
      const types = zone.rowsWire(owner, 0).map((one) => zone.type(one));
      const meant = mistypedUnderscored(text, types);
      if (meant === undefined) continue;
      const token = lintZone.tokens(row)?.owner;
      const written = token?.text.replace(text, meant);
      report({
        row,
        span: token?.span,
        message: `${text} has no meaning: probably ${meant} was meant, which is what software asks for`,
        fix:
          token && written !== token.text ? replaceSpan(`write ${written}`, token.span, written!) : undefined,
      });
    }
  },
} as const satisfies Rule;
