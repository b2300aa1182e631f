import { formatDuration, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

export const soaExpireRange = {
  id: "soa-expire-range",
  severity: "warning",
  set: "strict",
  structural: false,
  types: [TYPE.SOA],
  summary: "A SOA whose expire time is unusually short or long.",
  rfc: "RFC 1912 §2.2",
  explanation:
    "The expire time is how long secondary nameservers go on answering when the primary is gone. Under a week, a " +
    "primary that fails before a holiday takes the zone with it; over four weeks, a forgotten secondary answers with " +
    "old data for that long. RFC 1912 names two to four weeks.",
  options: {
    least: { default: 604_800, summary: "The shortest expire time that is let pass, in seconds." },
    most: { default: 2_419_200, summary: "The longest expire time that is let pass, in seconds." },
  },
  examples: {
    fail: [
      soaExample("three days", "ns1.example.com. hostmaster.example.com. 1 4h 1h 259200 30m", {
        flags: ["soa-expire-range 259200"],
      }),
      soaExample("a year", "ns1.example.com. hostmaster.example.com. 1 4h 1h 52w 30m", {
        flags: ["soa-expire-range 52w"],
      }),
    ],
    pass: [soaExample("four weeks", "ns1.example.com. hostmaster.example.com. 1 4h 1h 4w 30m")],
  },
  check({ zone, number, report }) {
    const soa = zone.zone.soa();
    const [least, most] = [number("least"), number("most")];
    if (!soa || (soa.expire >= least && soa.expire <= most)) return;
    const what =
      soa.expire < least
        ? "secondaries would drop the zone when the primary is away for that long"
        : "a secondary that lost its primary would answer with old data for that long";
    report({
      ...soaSpot(zone, soa.row, "expire"),
      message: `expire is ${formatDuration(soa.expire)}: ${what}; from ${formatDuration(least)} to ${formatDuration(most)} is usual`,
    });
  },
} as const satisfies Rule;
