import { TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

export const soaZeroTimer = {
  id: "soa-zero-timer",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.SOA],
  summary: "A SOA whose refresh, retry or expire time is 0.",
  rfc: "RFC 1035 §3.3.13",
  explanation:
    "With 0 for refresh or retry a secondary nameserver would ask without pause, with 0 for expire it would drop the " +
    "zone at once; each server puts in a number of its own choice instead. Write 4h, 1h and 14d where you have no " +
    "reason for others.",
  supersedes: ["soa-refresh-range", "soa-retry-range", "soa-expire-range"],
  examples: {
    fail: [
      soaExample("no retry", "ns1.example.com. hostmaster.example.com. 1 4h 0 14d 1h", {
        flags: ["soa-zero-timer 0"],
      }),
    ],
    pass: [soaExample("all are above", "ns1.example.com. hostmaster.example.com. 1 4h 30m 14d 1h")],
  },
  check({ zone, report }) {
    const soa = zone.zone.soa();
    if (!soa) return;
    for (const part of ["refresh", "retry", "expire"] as const) {
      if (soa[part] !== 0) continue;
      report({
        ...soaSpot(zone, soa.row, part),
        message: `${part} is 0, which every secondary replaces by a time of its own choice: write one above 0`,
      });
    }
  },
} as const satisfies Rule;
