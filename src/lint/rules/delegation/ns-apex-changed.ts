import { TYPE } from "../../../dns/index.ts";
import { apexChange } from "../../delegation/index.ts";
import type { Rule } from "../../rule.ts";

const head = "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n";

export const nsApexChanged = {
  id: "ns-apex-changed",
  severity: "warning",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.NS],
  summary: "A change of the zone's own nameservers.",
  rfc: "RFC 1034 §4.2.2",
  explanation:
    "The parent zone names the nameservers too, at the registrar or in a zone of yours: a server that is in one of " +
    "the two only is asked in vain or not at all. Have a new server answer for the zone first, then change both.",
  examples: {
    fail: [
      {
        title: "one more nameserver",
        zones: [
          {
            origin: "example.org.",
            text: `${head}@ NS ns1.example.com. ;! ns-apex-changed @ NS ns1.example.com.\n@ NS ns2.example.com.\n@ NS ns3.example.com.\n`,
            before: `${head}@ NS ns1.example.com.\n@ NS ns2.example.com.\n`,
          },
        ],
      },
    ],
    pass: [
      {
        title: "another order and case",
        zones: [
          {
            origin: "example.org.",
            text: `${head}@ NS NS2.example.com.\n@ NS ns1.example.com.\nwww A 192.0.2.1\n`,
            before: `${head}@ NS ns1.example.com.\n@ NS ns2.example.com.\nwww A 192.0.2.1\n`,
          },
        ],
      },
    ],
  },
  check(context) {
    const change = apexChange(context);
    if (!change) return;
    const { row, added, removed } = change;
    const said = [
      ...(added.length > 0 ? [`adds ${added.join(", ")}`] : []),
      ...(removed.length > 0 ? [`removes ${removed.join(", ")}`] : []),
    ].join(" and ");
    context.report({
      row,
      message: `this change of the nameservers of ${context.zone.name} ${said}: the parent zone, or the registrar, has to name the same ones`,
    });
  },
} as const satisfies Rule;
