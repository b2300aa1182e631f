import { formatDuration, TYPE, type Zone } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const ttlCnameLtTarget = {
  id: "ttl-cname-lt-target",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.CNAME],
  summary: "An alias with a shorter TTL than the address it leads to in the same zone.",
  explanation:
    "What a client gets is kept as long as the shorter of the two. An alias that ends sooner is meant for moving the " +
    "alias quickly; where the address is what moves, the short TTL belongs there. A matter of policy: off unless the " +
    "set is all.",
  examples: {
    fail: [
      exampleOrg(
        "five minutes to an address of a day",
        `
        web 1d A     192.0.2.1
        www 5m CNAME web ;! ttl-cname-lt-target 5m
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "the same",
        `
        web 5m A     192.0.2.1
        www 5m CNAME web
        `,
      ),
    ],
  },
  check({ zone: lintZone, rowsOf, report }) {
    const { zone } = lintZone;
    const longest = Math.max(longestTtl(zone, rowsOf(TYPE.A)), longestTtl(zone, rowsOf(TYPE.AAAA)));
    for (const row of rowsOf(TYPE.CNAME)) {
      if (zone.ttl(row) >= longest) continue;
      const target = zone.rdata(row);
      const found = zone.rowsWire(target, 0, TYPE.A)[0] ?? zone.rowsWire(target, 0, TYPE.AAAA)[0];
      if (found === undefined || zone.ttl(found) <= zone.ttl(row)) continue;
      report({
        row,
        span: lintZone.tokens(row)?.ttl?.span,
        message: `this alias is kept for ${formatDuration(zone.ttl(row))}, the address of ${zone.owner(found)} for ${formatDuration(zone.ttl(found))}: is the short TTL where it is meant?`,
      });
    }
  },
} as const satisfies Rule;

function longestTtl({ columns: { ttl } }: Zone, rows: readonly number[]): number {
  let longest = 0;
  for (const row of rows) if (ttl[row]! > longest) longest = ttl[row]!;
  return longest;
}
