import { isAtOrBelow, isWildcard, type Name, nameKey, type RRType, TYPE, typeName } from "../../dns/index.ts";
import { exampleOrg } from "../example.ts";
import { ownersOf } from "../records.ts";
import type { Rule } from "../rule.ts";

export const occludedBelowDelegation = {
  id: "occluded-below-delegation",
  severity: "warning",
  set: "recommended",
  structural: false,
  summary: "Records at or below a delegated name, which are never answered from here.",
  rfc: "RFC 1034 §4.2.1, RFC 4035 §2.2",
  explanation:
    "What is at or below a delegated name belongs to the child zone, and nameservers answer with the delegation " +
    "instead. Only NS and DS records, and the addresses of nameservers (glue), have a place here. Move the records " +
    "into the child zone.",
  examples: {
    fail: [
      exampleOrg(
        "below a delegation, and at it",
        `
        lab     NS  ns.example.com.
        lab     TXT "here" ;! occluded-below-delegation lab     TXT "here"
        one.lab A   192.0.2.1 ;! occluded-below-delegation one.lab A   192.0.2.1
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "glue",
        `
        lab    NS ns.lab
        ns.lab A  192.0.2.1
        labs   A  192.0.2.2
        `,
      ),
    ],
  },
  check({ zone, references, report }) {
    const cuts = ownersOf(zone.zone, TYPE.NS);
    cuts.delete(zone.zone.apex);
    if (cuts.size === 0) return;
    const nameservers = new Set(references(TYPE.NS).map(({ target }) => nameKey(target)));
    // In canonical order all names below a cut come directly after it.
    let cut: Name | undefined;
    for (const owner of zone.zone.owners()) {
      if (cut === undefined || !isAtOrBelow(owner, cut))
        cut = cuts.has(owner) && !isWildcard(owner) ? owner : undefined;
      if (cut === undefined) continue;
      const visible = owner === cut ? atCut : belowCut;
      for (const row of zone.zone.rows(owner)) {
        const type = zone.zone.type(row);
        if (visible.has(type) || (isAddress(type) && nameservers.has(owner))) continue;
        report({
          row,
          message: `${cut} is delegated: this ${typeName(type)} record of ${owner} is never answered from here; it belongs in the child zone`,
        });
      }
    }
  },
} as const satisfies Rule;

const atCut: ReadonlySet<RRType> = new Set([TYPE.NS, TYPE.DS, TYPE.NSEC, TYPE.RRSIG]);
const belowCut: ReadonlySet<RRType> = new Set();

function isAddress(type: RRType): boolean {
  return type === TYPE.A || type === TYPE.AAAA;
}
