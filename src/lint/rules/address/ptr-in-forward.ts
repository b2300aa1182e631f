import { TYPE, typeName } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { treeOf } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

export const ptrInForward = {
  id: "ptr-in-forward",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.PTR, TYPE.A, TYPE.AAAA],
  summary: "A PTR record in a zone of hosts, or an address record in a reverse zone.",
  rfc: "RFC 1035 §3.5",
  explanation:
    "Who looks up the name of an address asks in-addr.arpa. or ip6.arpa.; who looks up a host asks the host's zone. " +
    "The record is never asked for where it stands, unless it lists services (RFC 6763) or is the address of a " +
    "nameserver. Move it to the other zone.",
  examples: {
    fail: [
      {
        title: "each in the other's place",
        zones: [
          exampleZone("example.org.", "10.2.0.192 PTR web ;! ptr-in-forward PTR\nweb A 192.0.2.10"),
          exampleZone(
            "100.51.198.in-addr.arpa.",
            "11 A 198.51.100.11 ;! ptr-in-forward A\n11 PTR web.example.net.",
          ),
        ],
      },
    ],
    pass: [
      {
        title: "a list of services, and a nameserver in the reverse zone",
        zones: [
          exampleZone("example.org.", "_http._tcp PTR one._http._tcp\none._http._tcp TXT x"),
          exampleZone("100.51.198.in-addr.arpa.", "@ NS ns\nns A 192.0.2.53"),
        ],
      },
    ],
  },
  check({ zone, rowsOf, references, report }) {
    const isReverse = treeOf(zone.name) !== undefined;
    // The members of a catalog zone (RFC 9432 §4).
    const members = `.zones.${zone.zone.apex}`;
    const nameservers = isReverse && new Set(references(TYPE.NS).map(({ target }) => target.toLowerCase()));
    for (const row of isReverse ? rowsOf(TYPE.A, TYPE.AAAA) : rowsOf(TYPE.PTR)) {
      const owner = zone.zone.ownerKey(row);
      const belongs = nameservers
        ? nameservers.has(owner)
        : owner.includes("_") || owner.endsWith(members) || treeOf(zone.zone.owner(row)) !== undefined;
      if (belongs) continue;
      const place = isReverse ? "is a reverse zone, where hosts are not looked up" : "is no reverse zone";
      report({
        row,
        span: zone.tokens(row)?.type?.span,
        message: `${zone.name} ${place}: this ${typeName(zone.zone.type(row))} record of ${owner} is hardly ever asked for`,
      });
    }
  },
} as const satisfies Rule;
