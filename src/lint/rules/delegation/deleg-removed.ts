import { TYPE } from "../../../dns/index.ts";
import { childAt } from "../../delegation/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const delegRemoved = {
  id: "deleg-removed",
  severity: "warning",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.NS],
  summary: "A delegation that is removed while the delegated zone stays in the repository.",
  rfc: "RFC 1034 §4.2.1",
  explanation:
    "Nobody is sent to the child zone any more: where other servers hold it, all its names are gone. Keep the " +
    "delegation, or remove the child zone too, after moving its records here. The finding stands in the child zone.",
  examples: {
    fail: [
      {
        title: "the NS records are gone, the zone is not",
        zones: [
          {
            ...exampleZone("example.org.", "www A 192.0.2.1"),
            before: exampleZone(
              "example.org.",
              "www A 192.0.2.1\nlab NS ns1.example.com.\nlab NS ns2.example.com.",
            ).text,
          },
          {
            origin: "lab.example.org.",
            text: "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h ;! deleg-removed @ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n",
          },
        ],
      },
    ],
    pass: [
      {
        title: "both are gone",
        zones: [
          {
            ...exampleZone("example.org.", "www.lab A 192.0.2.1"),
            before: exampleZone("example.org.", "lab NS ns1.example.com.\nlab NS ns2.example.com.").text,
          },
        ],
      },
    ],
  },
  check(context) {
    const { zone, report } = context;
    for (const { owner, type, after } of context.changes()) {
      if (type !== TYPE.NS || after || owner === zone.zone.apex) continue;
      const child = childAt(context, owner);
      if (!child) continue;
      const soa = child.zone.soa();
      const span = soa && child.tokens(soa.row)?.span;
      report({
        span,
        message: `this change removes the delegation of ${owner} from ${zone.name} (${zone.file}), and this zone stays: nobody is sent to it any more; remove it too, or keep the NS records`,
      });
    }
  },
} as const satisfies Rule;
