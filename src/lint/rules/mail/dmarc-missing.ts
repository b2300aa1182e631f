import { isAtOrBelow, type Name, NameError, parentOf, parseName, TYPE } from "../../../dns/index.ts";
import { isDocumentationName } from "../../documentation.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import { insertBehind } from "../../insertion.ts";
import { registeredName } from "../../organisation.ts";
import { resolve } from "../../resolve.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { byOwner } from "../../sets.ts";

export const dmarcMissing = {
  id: "dmarc-missing",
  severity: "info",
  set: "strict",
  scope: "repository",
  structural: false,
  types: [TYPE.MX],
  summary: "A domain that takes mail and has no DMARC record, nor has a name above it.",
  rfc: "RFC 7489 §6.6.3",
  explanation:
    "Large receivers ask for DMARC from domains that send. A policy of `none` changes nothing for the mail and lets the " +
    "domain have reports of who sends in its name.",
  examples: {
    fail: [
      {
        title: "mail without DMARC",
        zones: [
          exampleZone(
            "harbour-radio.net.",
            `
            @    MX  10 mx1.example.com. ;! dmarc-missing mx1.example.com.
            @    MX  20 mx2.example.com.
            `,
          ),
        ],
      },
    ],
    pass: [
      exampleOrg("a zone of documentation", "@ MX 10 mx1.example.com."),
      {
        title: "one record for the domain and what is below it",
        zones: [
          exampleZone(
            "harbour-radio.net.",
            `
            @      MX  10 mx1.example.com.
            lists  MX  10 mx1.example.com.
            www    MX  0  .
            _dmarc TXT "v=DMARC1; p=none"
            `,
          ),
        ],
      },
    ],
  },
  check(context) {
    const { zone, rowsOf, report } = context;
    if (isDocumentationName(zone.name)) return;
    for (const [row] of byOwner(zone.zone, rowsOf(TYPE.MX))) {
      if (row === undefined || zone.zone.rdata(row)[2] === 0) continue;
      const owner = zone.zone.owner(row);
      if (!lacksDmarc(context, owner)) continue;
      const record = 'TXT "v=DMARC1; p=none"';
      const policyName = parseDmarcName(zone.name);
      const insertion = policyName && insertBehind(zone, row, policyName, record);
      report({
        row,
        span: zone.tokens(row)?.rdata[1]?.span,
        message: `${owner} takes mail, and neither it nor a name above it has a DMARC record`,
        fix: insertion && { title: `add ${policyName} ${record}`, edits: [insertion.edit] },
      });
    }
  },
} as const satisfies Rule;

/** Whether neither the domain nor any name above it, up to the registered one, has a record; false where nobody can tell. */
function lacksDmarc({ world, zone }: RuleContext, domain: Name): boolean {
  const top = registeredName(domain);
  for (let at: Name | undefined = domain; at !== undefined && isAtOrBelow(at, top); at = parentOf(at)) {
    const name = parseDmarcName(at);
    const found = name && resolve(world, zone.view, name, TYPE.TXT);
    if (!found || found.rdata.length > 0) return false;
  }
  return true;
}

function parseDmarcName(domain: Name): Name | undefined {
  try {
    return parseName(`_dmarc.${domain}`);
  } catch (error) {
    // The name would be too long: nobody can ask for it.
    if (error instanceof NameError) return undefined;
    throw error;
  }
}
