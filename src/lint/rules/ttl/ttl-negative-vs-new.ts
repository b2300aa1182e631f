import { formatDuration, nameToWire } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { topmostNew, Wildcards } from "../../tree/index.ts";

const negativeDay = (body: string) => exampleZone("example.org.", body).text.replace(" 14d 1h", " 14d 1d");

export const ttlNegativeVsNew = {
  id: "ttl-negative-vs-new",
  severity: "info",
  set: "strict",
  structural: false,
  scope: "change",
  summary: "A new name in a zone where resolvers may long go on saying that it does not exist.",
  rfc: "RFC 2308 §5",
  explanation:
    "Who asked for a name before it was there got the answer that it does not exist, and keeps it for the negative " +
    "TTL: the last number of the SOA, or the SOA's own TTL where that is shorter. Add a name before it is announced, " +
    "or lower the negative TTL. One of the new names is reported.",
  options: { most: { default: 3600, summary: "The longest negative TTL that is let pass, in seconds." } },
  examples: {
    fail: [
      {
        title: "a day",
        zones: [
          {
            origin: "example.org.",
            before: negativeDay("").replace("@ SOA", "@ 1d SOA"),
            text: negativeDay("www A 192.0.2.1 ;! ttl-negative-vs-new www A 192.0.2.1").replace(
              "@ SOA",
              "@ 1d SOA",
            ),
          },
        ],
      },
    ],
    pass: [
      {
        title: "the TTL of the SOA itself is shorter, so it counts",
        zones: [{ origin: "example.org.", before: negativeDay(""), text: negativeDay("www A 192.0.2.1") }],
      },
    ],
  },
  check({ zone, changes, number, report }) {
    const before = zone.before!.zone;
    const soa = before.soa();
    const negative = soa ? Math.min(soa.minimum, before.ttl(soa.row)) : 0;
    if (negative <= number("most")) return;
    const wildcards = new Wildcards(before);
    for (const { owner, after } of changes()) {
      if (!after) continue;
      const name = nameToWire(owner);
      const at = topmostNew(before, name);
      if (at === undefined || wildcards.below(name, at + name[at]! + 1)) continue;
      report({
        row: after.rows[0]!,
        message: `${owner} is new: resolvers that were asked for it before may say for ${formatDuration(negative)} that it does not exist (the negative TTL of ${zone.name})`,
      });
      return;
    }
  },
} as const satisfies Rule;
