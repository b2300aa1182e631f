import { TYPE } from "../../../dns/index.ts";
import { apexNameservers } from "../../delegation/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const nsNoIpv6 = {
  id: "ns-no-ipv6",
  severity: "info",
  set: "all",
  scope: "repository",
  structural: false,
  types: [TYPE.NS],
  summary: "A zone that none of its nameservers serves over IPv6, or none over IPv4.",
  rfc: "RFC 3901 §4",
  explanation:
    "Resolvers with one family only cannot find anything in the zone, whatever addresses its names have. Give at " +
    "least two nameservers both an A and an AAAA record. Where the repository does not know all their addresses, " +
    "nothing is said.",
  examples: {
    fail: [
      {
        title: "IPv4 only",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ SOA ns1 h.example.com. 1 4h 1h 14d 1h\n@ NS ns1 ;! ns-no-ipv6 @ NS ns1\n@ NS ns2\nns1 A 192.0.2.53\nns2 A 198.51.100.53\n",
          },
        ],
      },
    ],
    pass: [exampleOrg("nameservers elsewhere", "@ NS ns3\nns3 A 192.0.2.53")],
  },
  check(context) {
    const { zone, report } = context;
    const set = apexNameservers(context);
    const known = set?.known;
    if (!set || !known) return;
    const lengths = new Set(known.flatMap(({ addresses }) => addresses.map(({ length }) => length)));
    if (lengths.size > 1) return;
    const [missing, type] = lengths.has(4) ? ["IPv6", "AAAA"] : ["IPv4", "A"];
    report({
      row: set.row,
      message: `no nameserver of ${zone.name} has ${missing}: resolvers with ${missing} only find nothing in it; add ${type} records`,
    });
  },
} as const satisfies Rule;
