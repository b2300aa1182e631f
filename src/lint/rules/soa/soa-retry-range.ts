import { formatDuration, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

export const soaRetryRange = {
  id: "soa-retry-range",
  severity: "info",
  set: "strict",
  structural: false,
  types: [TYPE.SOA],
  summary: "A SOA whose retry time is very short.",
  rfc: "RFC 1912 §2.2",
  explanation:
    "The retry time is how often a secondary nameserver tries again while it cannot reach the primary. Below a " +
    "minute all secondaries together become a burden on a primary that is in trouble already.",
  options: { least: { default: 60, summary: "The shortest retry time that is let pass, in seconds." } },
  examples: {
    fail: [
      soaExample("five seconds", "ns1.example.com. hostmaster.example.com. 1 4h 5s 14d 1h", {
        flags: ["soa-retry-range 5s"],
      }),
    ],
    pass: [soaExample("half an hour", "ns1.example.com. hostmaster.example.com. 1 4h 30m 14d 1h")],
  },
  check({ zone, number, report }) {
    const soa = zone.zone.soa();
    const least = number("least");
    if (!soa || soa.retry >= least) return;
    report({
      ...soaSpot(zone, soa.row, "retry"),
      message: `retry is ${formatDuration(soa.retry)}: secondaries would press a primary in trouble that often; make it ${formatDuration(least)} or more`,
    });
  },
} as const satisfies Rule;
