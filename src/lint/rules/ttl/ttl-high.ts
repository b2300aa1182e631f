import { formatDuration } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { oddTtls } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";

export const ttlHigh = {
  id: "ttl-high",
  severity: "warning",
  set: "recommended",
  structural: false,
  summary: "A TTL longer than resolvers keep anything.",
  rfc: "RFC 8767 §4",
  explanation:
    "Resolvers keep an answer for seven days at most, many for one. A longer TTL gains nothing, and is what remains " +
    "in the few caches that do honour it when a record must change in a hurry. Of records that have their TTL from " +
    "$TTL only the first is reported.",
  options: { most: { default: 604_800, summary: "The longest TTL that is let pass, in seconds." } },
  examples: {
    fail: [
      exampleOrg(
        "a year",
        `
        www 31536000 A 192.0.2.1 ;! ttl-high 31536000
        $TTL 5w
        api A 192.0.2.2 ;! ttl-high api A 192.0.2.2
        ftp A 192.0.2.3
        `,
      ),
    ],
    pass: [exampleOrg("a week", "www 7d A 192.0.2.1")],
  },
  check({ zone, number, report }) {
    const most = number("most");
    for (const { row, ttl, token } of oddTtls(zone, (seconds) => seconds > most)) {
      report({
        row,
        span: token?.span,
        message: `a TTL of ${ttl} is ${formatDuration(ttl)}: resolvers keep no answer that long, and those that do keep a mistake as well; ${formatDuration(most)} or less will do`,
      });
    }
  },
} as const satisfies Rule;
