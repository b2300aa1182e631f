import { TYPE } from "../../../dns/index.ts";
import { apexChange } from "../../delegation/index.ts";
import type { Rule } from "../../rule.ts";

const head = "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n";

export const nsApexRemoved = {
  id: "ns-apex-removed",
  severity: "error",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.NS],
  supersedes: ["ns-apex-changed"],
  options: {
    percent: { default: 50, summary: "The share of the nameservers, in percent, that a change may remove." },
  },
  summary: "A change that removes more than half of the zone's own nameservers.",
  rfc: "RFC 1034 §4.2.2",
  explanation:
    "Resolvers keep the old nameservers as long as their TTL says, and the parent zone names them until it is changed " +
    "too: if the new ones are not ready everywhere, the zone is gone. Add the new nameservers, change the parent, " +
    "wait for the TTL, and remove the old ones in a later change.",
  examples: {
    fail: [
      {
        title: "most of a move to another provider in one step",
        zones: [
          {
            origin: "example.org.",
            text: `${head}@ NS ns1.example.com. ;! ns-apex-removed @ NS ns1.example.com.\n@ NS ns4.example.net.\n`,
            before: `${head}@ NS ns1.example.com.\n@ NS ns2.example.com.\n@ NS ns3.example.com.\n`,
          },
        ],
      },
    ],
    pass: [
      {
        title: "a zone that is new",
        zones: [{ origin: "example.org.", text: `${head}@ NS ns1.example.com.\n@ NS ns2.example.com.\n` }],
      },
    ],
  },
  check(context) {
    const change = apexChange(context);
    if (!change || change.removed.length * 100 <= change.before * context.number("percent")) return;
    const { row, added, removed, before } = change;
    const instead = added.length > 0 ? `, and adds ${added.join(", ")}` : "";
    context.report({
      row,
      message: `this change removes ${removed.length} of the ${before} nameservers of ${context.zone.name} (${removed.join(", ")})${instead}: resolvers go on asking the old ones; add first, and remove in a later change`,
    });
  },
} as const satisfies Rule;
