import { TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

export const soaNotFirst = {
  id: "soa-not-first",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.SOA],
  summary: "A zone whose SOA is not its first record.",
  rfc: "RFC 1035 §5.2",
  explanation:
    "Nameservers find the SOA anywhere, but readers and many scripts look for it at the top, and some checkers " +
    "(validns) refuse another order. Move it before all other records.",
  examples: {
    fail: [
      {
        title: "NS before it",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ NS ns1.example.com.\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h ;! soa-not-first @ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns2.example.com.\n",
          },
        ],
      },
    ],
    pass: [
      {
        title: "SOA first",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n",
          },
        ],
      },
    ],
  },
  check({ zone, report }) {
    const soa = zone.zone.soa();
    if (!soa || soa.row === 0) return;
    const first = placeText(zone.zone, 0, soa.row);
    report({
      row: soa.row,
      message: `the SOA of ${zone.name} stands after other records (the first is on ${first}): move it to the top`,
    });
  },
} as const satisfies Rule;
