import { TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

/** The highest number of seconds that is a time interval everywhere (RFC 2181 §8). */
const highest = 2 ** 31 - 1;

export const soaTimerOverflow = {
  id: "soa-timer-overflow",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.SOA],
  summary: "A SOA with a time above 2147483647 seconds.",
  rfc: "RFC 2181 §8",
  explanation:
    "Times in the DNS have 31 bits. Some nameservers keep a larger number, some take it for 0, some put in an hour: " +
    "the zone then says different things on different servers. Write a time that is meant.",
  supersedes: [
    "soa-refresh-range",
    "soa-expire-range",
    "soa-minimum-range",
    "soa-refresh-retry",
    "soa-expire-refresh",
  ],
  examples: {
    fail: [
      soaExample("one second too many", "ns1.example.com. hostmaster.example.com. 1 4h 1h 2147483648 30m", {
        flags: ["soa-timer-overflow 2147483648"],
      }),
    ],
    pass: [soaExample("days", "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 30m")],
  },
  check({ zone, report }) {
    const soa = zone.zone.soa();
    if (!soa) return;
    for (const part of ["refresh", "retry", "expire", "minimum"] as const) {
      if (soa[part] <= highest) continue;
      report({
        ...soaSpot(zone, soa.row, part),
        message: `${part} is ${soa[part]} seconds: nameservers differ on what is above ${highest}; write the time that is meant`,
      });
    }
  },
} as const satisfies Rule;
