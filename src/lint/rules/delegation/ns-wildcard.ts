import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const nsWildcard = {
  id: "ns-wildcard",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.NS],
  summary: "A delegation (NS) at a wildcard.",
  rfc: "RFC 4592 §4.2",
  explanation:
    "What it means is undefined: BIND refuses the zone, and others answer now with a delegation, now with the record " +
    "itself. Delegate each name, or write what the wildcard is to answer.",
  examples: {
    fail: [
      exampleOrg(
        "all names below one",
        `
        *.lab NS ns1.example.net. ;! ns-wildcard *.lab
        *.lab NS ns2.example.net. ;! ns-wildcard *.lab
        `,
      ),
    ],
    pass: [exampleOrg("the name itself", "lab NS ns1.example.net.\nlab NS ns2.example.net.")],
  },
  check({ zone, rowsOf, report }) {
    const { owner: owners, names } = zone.zone.columns;
    for (const row of rowsOf(TYPE.NS)) {
      const start = names.start[owners[row]!]!;
      const startsWithAsterisk = names.octets[start] === 1 && names.octets[start + 1] === 0x2a;
      if (!startsWithAsterisk || zone.zone.ownerKey(row) === zone.zone.apex) continue;
      const owner = zone.zone.owner(row);
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `${owner} is a wildcard, and a wildcard cannot be delegated: nameservers refuse the zone or differ on the answer`,
      });
    }
  },
} as const satisfies Rule;
