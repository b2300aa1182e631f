import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { isInternalZone } from "../../known/index.ts";
import { countByOwner } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const nsSingle = {
  id: "ns-single",
  severity: "warning",
  set: "strict",
  structural: false,
  types: [TYPE.NS],
  summary: "A zone, or a delegation, with one nameserver only.",
  rfc: "RFC 1034 §4.1, RFC 2182 §5",
  explanation:
    "When that one server or its network is down, every name of the zone is gone, mail included. Have at least two, " +
    "in different places. Zones that are internal by their name or view are left alone.",
  examples: {
    fail: [
      exampleOrg("a delegation to one server", "lab NS ns.example.net. ;! ns-single ns.example.net."),
      {
        title: "a zone with one server",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ SOA ns.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns.example.com. ;! ns-single ns.example.com.\n",
          },
        ],
      },
    ],
    pass: [exampleOrg("two servers each", "lab NS ns1.example.net.\nlab NS ns2.example.net.")],
  },
  check({ zone, rowsOf, report }) {
    if (isInternalZone(zone)) return;
    const { owner: owners, names } = zone.zone.columns;
    const counts = countByOwner(zone.zone, rowsOf(TYPE.NS));
    for (const row of rowsOf(TYPE.NS)) {
      if (counts[names.key[owners[row]!]!] !== 1) continue;
      const owner = zone.zone.owner(row);
      const message = `${owner} has one nameserver only: when it is down, so is everything in ${owner}; add another one`;
      report({ row, span: targetTokenOf(zone, row)?.span, message });
    }
  },
} as const satisfies Rule;
