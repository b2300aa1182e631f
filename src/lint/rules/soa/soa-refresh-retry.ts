import { formatDuration, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

export const soaRefreshRetry = {
  id: "soa-refresh-retry",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.SOA],
  summary: "A SOA whose retry time is not shorter than its refresh time.",
  rfc: "RFC 1912 §2.2",
  explanation:
    "A secondary nameserver that cannot reach the primary after the refresh time tries again every retry time. A " +
    "retry that is as long as the refresh, or longer, makes it ask less often exactly when something is wrong. Make " +
    "retry a fraction of refresh: 4h and 1h are usual.",
  examples: {
    fail: [
      soaExample(
        "retry and refresh the wrong way round",
        "ns1.example.com. hostmaster.example.com. 1 1h 4h 14d 30m",
        {
          flags: ["soa-refresh-retry 4h"],
        },
      ),
    ],
    pass: [soaExample("retry is a fraction", "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 30m")],
  },
  check({ zone, report }) {
    const soa = zone.zone.soa();
    if (!soa || soa.refresh === 0 || soa.retry < soa.refresh) return;
    report({
      ...soaSpot(zone, soa.row, "retry"),
      message: `retry (${formatDuration(soa.retry)}) is not shorter than refresh (${formatDuration(soa.refresh)}): secondaries that miss an update would ask less often; make retry a fraction of refresh`,
    });
  },
} as const satisfies Rule;
