import { isAtOrBelow } from "../../../dns/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { ownersWithApexTwice } from "../../tree/index.ts";
import { addDot, withDot } from "../../writing/index.ts";

export const missingTrailingDotOwner = {
  id: "missing-trailing-dot-owner",
  severity: "error",
  set: "recommended",
  structural: false,
  summary:
    "An owner written in full but without final dot, which was completed with the origin a second time.",
  rfc: "RFC 1035 §5.1",
  explanation:
    'In a zone file a name without final dot continues with the origin: in example.org, "www.example.org" means ' +
    "www.example.org.example.org. Add the final dot, or write only the part before the zone's name.",
  supersedes: ["name-repeats-origin"],
  examples: {
    fail: [
      exampleOrg(
        "the zone's name is there twice",
        `
        www.example.org A 192.0.2.1 ;! missing-trailing-dot-owner www.example.org
        Example.Org  TXT "site" ;! missing-trailing-dot-owner Example.Org
        `,
      ),
      exampleOrg(
        "below another origin",
        `
        $ORIGIN lab.example.org.
        one.lab.example.org A 192.0.2.1 ;! missing-trailing-dot-owner one.lab.example.org
                            AAAA 2001:db8::1
        `,
      ),
    ],
    pass: [
      exampleOrg("a final dot", "www.example.org. A 192.0.2.1"),
      exampleOrg(
        "a zone's name inside an owner, where it belongs",
        `
        example.org._report._dmarc TXT "v=DMARC1"
        `,
      ),
      {
        title: "a name that only looks like it",
        zones: [
          exampleZone("org.", "example.notorg NS ns1.example.com.\nexample.notorg NS ns2.example.com."),
        ],
      },
    ],
  },
  check({ zone, report }) {
    for (const owner of ownersWithApexTwice(zone.zone)) {
      for (const row of zone.zone.rows(owner)) {
        const token = zone.tokens(row)?.owner;
        const meant = token && withDot(token);
        if (!meant || !isAtOrBelow(meant, zone.name)) continue;
        report({
          span: token.span,
          message: `"${token.text}" has no final dot and so means ${zone.zone.owner(row)}; probably ${meant} was meant: it already ends with the zone's name`,
          fix: addDot(token),
        });
      }
    }
  },
} as const satisfies Rule;
