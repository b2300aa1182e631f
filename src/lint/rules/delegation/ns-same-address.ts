import { nameKey, TYPE } from "../../../dns/index.ts";
import { apexNameservers } from "../../delegation/index.ts";
import { exampleOrg } from "../../example.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const nsSameAddress = {
  id: "ns-same-address",
  severity: "warning",
  set: "strict",
  scope: "repository",
  structural: false,
  types: [TYPE.NS],
  summary: "Two nameservers of the zone that have one address.",
  rfc: "RFC 2182 §3.1",
  explanation:
    "Two names for one server look like two servers: when it is down, both are. Name a second server, or drop a name.",
  examples: {
    fail: [
      {
        title: "two names, one server",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ SOA ns1 h.example.com. 1 4h 1h 14d 1h\n@ NS ns1\n@ NS ns2 ;! ns-same-address ns2\n@ NS ns3.example.com.\nns1 A 192.0.2.53\nns2 A 192.0.2.53\n",
          },
        ],
      },
    ],
    pass: [
      exampleOrg("a server each", "@ NS ns3\n@ NS ns4\nns3 AAAA 2001:db8:1::53\nns4 AAAA 2001:db8:2::53"),
    ],
  },
  check(context) {
    const { zone, report } = context;
    const known = new Map<string, string>();
    const judged = new Set<string>();
    for (const { row, target, addresses = [] } of apexNameservers(context)?.members ?? []) {
      if (judged.has(nameKey(target))) continue;
      judged.add(nameKey(target));
      const texts = addresses.map(addressText);
      const shared = texts.find((text) => known.has(text));
      if (shared !== undefined) {
        report({
          row,
          span: targetTokenOf(zone, row)?.span,
          message: `${target} and ${known.get(shared)} are one server, ${shared}: when it is down, both are`,
        });
      }
      for (const text of texts) if (!known.has(text)) known.set(text, target);
    }
  },
} as const satisfies Rule;
