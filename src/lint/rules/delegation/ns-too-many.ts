import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { countByOwner } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";

export const nsTooMany = {
  id: "ns-too-many",
  severity: "info",
  set: "strict",
  structural: false,
  types: [TYPE.NS],
  options: { servers: { default: 13, summary: "How many nameservers a zone or a delegation may have." } },
  summary: "More nameservers than an answer over UDP has room for.",
  rfc: "RFC 1035 §4.2.1, RFC 9471",
  explanation:
    "A referral must hold all nameservers below the delegated name with their addresses: beyond 13 it grows past 512 " +
    "octets, and resolvers have to ask again over TCP. More than a handful adds nothing; use anycast instead.",
  examples: {
    fail: [
      exampleOrg(
        "fourteen",
        ["lab NS n1.example.net. ;! ns-too-many lab NS n1.example.net."]
          .concat(Array.from({ length: 13 }, (_, at) => `lab NS n${at + 2}.example.net.`))
          .join("\n"),
      ),
    ],
    pass: [exampleOrg("two", "lab NS n1.example.net.\nlab NS n2.example.net.")],
  },
  check({ zone, rowsOf, number, report }) {
    const most = number("servers");
    const { owner: owners, names } = zone.zone.columns;
    const counts = countByOwner(zone.zone, rowsOf(TYPE.NS));
    for (const row of rowsOf(TYPE.NS)) {
      const key = names.key[owners[row]!]!;
      const count = counts[key]!;
      if (count <= most) continue;
      counts[key] = 0;
      const message = `${zone.zone.owner(row)} has ${count} nameservers: more than ${most} do not fit an answer over UDP`;
      report({ row, message });
    }
  },
} as const satisfies Rule;
