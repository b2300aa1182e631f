import { typeName } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { referrerKey, referrersOfRemoved, removedNames } from "../../removed-names.ts";
import type { Rule } from "../../rule.ts";

/** How many records a message lists. */
const SHOWN = 3;

export const cnameTargetRemoved = {
  id: "cname-target-removed",
  severity: "error",
  set: "recommended",
  scope: "change",
  structural: false,
  summary: "A change that removes a name which records of the repository still point at.",
  rfc: "RFC 1912 §2.4",
  explanation:
    "Aliases, mail, services and reverse names that lead there break with it, in other zones too. Point them elsewhere " +
    "in the same change, or keep the name. The finding stands at the SOA record of the zone that loses the name.",
  examples: {
    fail: [
      {
        title: "an alias in another zone",
        zones: [
          {
            origin: "example.net.",
            text: "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h ;! cname-target-removed @ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n",
            before:
              "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\nweb A 192.0.2.1\nold A 192.0.2.2\n",
          },
          exampleZone("example.org.", "www CNAME web.example.net. ;! cname-dangling web.example.net."),
        ],
      },
    ],
    pass: [
      {
        title: "a name that nothing points at any more",
        zones: [
          {
            ...exampleZone("example.net.", "site A 192.0.2.1"),
            before: exampleZone("example.net.", "site A 192.0.2.1\nweb A 192.0.2.1").text,
          },
          exampleZone("example.org.", "www CNAME site.example.net.\nsite CNAME web.example.com."),
        ],
      },
    ],
  },
  check({ zone, world, report }) {
    const removed = removedNames(zone);
    if (removed.length === 0) return;
    const referrers = world.derived(referrersOfRemoved);
    for (const name of removed) {
      const found = referrers.get(referrerKey(name, zone.view)) ?? [];
      if (found.length === 0 || world.standing(name, zone.view) !== "absent") continue;
      const shown = found.slice(0, SHOWN).map((one) => {
        const { file, line } = one.zone.zone.place(one.row);
        return `${one.zone.zone.owner(one.row)} ${typeName(one.type)} (${file} line ${line})`;
      });
      const more = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : "";
      report({
        row: zone.zone.soa()?.row,
        message: `this change removes ${name}, which records still point at: ${shown.join(", ")}${more}; point them elsewhere, or keep it`,
      });
    }
  },
} as const satisfies Rule;
