import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

export const dnameAndNs = {
  id: "dname-and-ns",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.DNAME],
  supersedes: ["occluded-below-delegation"],
  summary: "A name below the zone's own that is delegated (NS) and redirected (DNAME) at once.",
  rfc: "RFC 6672 §2.3",
  explanation:
    "A delegation hands the names below to other servers, a DNAME answers for them here: Knot DNS refuses the zone, " +
    "and others answer with one or the other. Keep one of the two. At the zone's own name both belong together.",
  examples: {
    fail: [
      exampleOrg(
        "delegated and redirected",
        `
        old DNAME new.example.net. ;! dname-and-ns old DNAME new.example.net.
        old NS    ns1.example.net.
        old NS    ns2.example.net.
        `,
      ),
    ],
    pass: [exampleOrg("the whole zone redirected", "@ DNAME example.net.")],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.DNAME)) {
      const owner = zone.zone.ownerKey(row);
      const ns = zone.zone.rows(owner, TYPE.NS)[0];
      if (ns === undefined || owner === zone.zone.apex) continue;
      report({
        row,
        message: `${owner} is delegated too (NS, ${placeText(zone.zone, ns, row)}): nameservers refuse the zone or differ on what they answer; keep one of the two`,
      });
    }
  },
} as const satisfies Rule;
