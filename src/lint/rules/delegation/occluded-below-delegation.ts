import { labelsOf, type RRType, TYPE, typeName } from "../../../dns/index.ts";
import { nameserverKeys } from "../../delegation/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { Cuts } from "../../tree/index.ts";

export const occludedBelowDelegation = {
  id: "occluded-below-delegation",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.NS],
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
        lab     NS  ns1.example.com.
        lab     NS  ns2.example.com.
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
        lab    NS ns.example.net.
        ns.lab A  192.0.2.1
        labs   A  192.0.2.2
        `,
      ),
    ],
  },
  check({ zone, once, report }) {
    const cuts = new Cuts(zone.zone);
    if (cuts.none) return;
    const nameservers = once(nameserverKeys);
    const { owner: owners, names } = zone.zone.columns;
    for (let row = 0; row < zone.zone.size; row += 1) {
      const type = zone.zone.type(row);
      const depth = cuts.depthBelow(row);
      if (depth === undefined || (depth === 0 && atCut.has(type))) continue;
      if (isAddress(type) && nameservers[names.key[owners[row]!]!] === 1) continue;
      report(() => {
        const owner = zone.zone.ownerKey(row);
        const cut = labelsOf(owner).slice(depth).join(".");
        const glue = isAddress(type) ? ", and no NS record names it, so it is no glue either" : "";
        const message = `${cut}. is delegated: this ${typeName(type)} record of ${owner} is never answered from here${glue}; it belongs in the child zone`;
        return { row, message };
      });
    }
  },
} as const satisfies Rule;

const atCut: ReadonlySet<RRType> = new Set([TYPE.NS, TYPE.DS, TYPE.NSEC, TYPE.RRSIG]);

function isAddress(type: RRType): boolean {
  return type === TYPE.A || type === TYPE.AAAA;
}
