import { formatDuration, nameKey, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const nsTtlLow = {
  id: "ns-ttl-low",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.NS],
  options: {
    seconds: { default: 3600, summary: "The least TTL, in seconds, of nameservers and their addresses." },
  },
  summary: "A short TTL of the zone's NS records or of the addresses of its nameservers.",
  rfc: "RFC 1912 §2.2",
  explanation:
    "Resolvers come back for the nameservers that often, and when the parent's servers or these are slow to answer, " +
    "every name of the zone is. Nameservers seldom move: write a TTL of an hour to a day or two.",
  examples: {
    fail: [
      {
        title: "a minute, for the zone and for a nameserver",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ SOA ns1 h.example.com. 1 4h 1h 14d 1h\n@ 60 NS ns1 ;! ns-ttl-low 60\n@ 60 NS ns2.example.com. ;! ns-ttl-low 60\nns1 60 A 192.0.2.53 ;! ns-ttl-low 60\n",
          },
        ],
      },
    ],
    pass: [exampleOrg("an hour", "@ NS ns3\nns3 A 192.0.2.53")],
  },
  check({ zone, references, rowsOf, number, report }) {
    const least = number("seconds");
    const apex = new Set(zone.zone.rowsWire(zone.zone.apexWire, 0, TYPE.NS));
    const nameservers = references(TYPE.NS).filter(({ row }) => apex.has(row));
    const hosts = [...new Set(nameservers.map(({ target }) => nameKey(target)))];
    const addresses = hosts.flatMap((host) =>
      [TYPE.A, TYPE.AAAA].flatMap((type) => zone.zone.rows(host, type)),
    );
    for (const row of [...rowsOf(TYPE.NS).filter((one) => apex.has(one)), ...addresses]) {
      const ttl = zone.zone.ttl(row);
      if (ttl >= least) continue;
      report({
        row,
        span: zone.tokens(row)?.ttl?.span,
        message: `nameservers and their addresses hardly change: a TTL of ${formatDuration(ttl)} only makes resolvers ask more often; write at least ${formatDuration(least)}`,
      });
    }
  },
} as const satisfies Rule;
