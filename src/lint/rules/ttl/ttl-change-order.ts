import {
  compareOctets,
  formatDuration,
  type RRset,
  type RRType,
  TYPE,
  typeName,
} from "../../../dns/index.ts";
import { changeExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";

/** Types whose data changes by itself, or whose changes have rules of their own. */
const unplanned: ReadonlySet<RRType> = new Set([TYPE.SOA, TYPE.RRSIG, TYPE.NSEC, TYPE.NSEC3, TYPE.DNSKEY]);

export const ttlChangeOrder = {
  id: "ttl-change-order",
  severity: "info",
  set: "recommended",
  structural: false,
  scope: "change",
  summary: "New data with a raised TTL, or in place of data that resolvers keep for long.",
  rfc: "RFC 1912 §2.2",
  explanation:
    "Resolvers go on giving the old answer until its TTL is over. Before a change, lower the TTL and wait for the old " +
    "one to pass; raise it again once the new data has proved right. Raised at once with the change, it makes a " +
    "mistake last.",
  options: {
    most: { default: 86_400, summary: "The longest TTL of data that may be replaced at once, in seconds." },
  },
  examples: {
    fail: [
      changeExample("two days of the old address", {
        before: "www 2d A 192.0.2.1",
        now: "www 2d A 192.0.2.2 ;! ttl-change-order 2d",
      }),
      changeExample("raised together with the change", {
        before: "www 5m A 192.0.2.1",
        now: "www 12h A 192.0.2.2 ;! ttl-change-order 12h",
      }),
    ],
    pass: [
      changeExample("only the TTL", { before: "www 2d A 192.0.2.1", now: "www 5m A 192.0.2.1" }),
      changeExample("lowered before", { before: "www 5m A 192.0.2.1", now: "www 5m A 192.0.2.2" }),
    ],
  },
  check({ zone, changes, number, report }) {
    const most = number("most");
    for (const { owner, type, before, after } of changes()) {
      if (!before || !after || unplanned.has(type) || isSame(before, after)) continue;
      const [old, now] = [before.ttl, after.ttl].map((seconds) => formatDuration(seconds));
      const what =
        before.ttl > most
          ? `resolvers may keep the old data for ${old}: lower the TTL first, and change the data when ${old} are over`
          : after.ttl > before.ttl
            ? `the TTL rises from ${old} to ${now} together with the data: raise it once the new data has proved right`
            : undefined;
      if (what === undefined) continue;
      const row = after.rows[0]!;
      report({
        row,
        span: zone.tokens(row)?.ttl?.span,
        message: `${owner} ${typeName(type)} changes, and ${what}`,
      });
    }
  },
} as const satisfies Rule;

function isSame(a: RRset, b: RRset): boolean {
  return (
    a.canonical.length === b.canonical.length &&
    a.canonical.every((octets, at) => compareOctets(octets, b.canonical[at]!) === 0)
  );
}
