import { formatDuration, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

export const soaExpireRefresh = {
  id: "soa-expire-refresh",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.SOA],
  summary: "A SOA whose expire time is shorter than its refresh and retry times together.",
  rfc: "RFC 1912 §2.2",
  explanation:
    "A secondary nameserver that has not reached the primary for the expire time stops answering for the zone. Where " +
    "expire is shorter than refresh and retry together, one failed refresh takes the zone off every secondary.",
  supersedes: ["soa-expire-range"],
  examples: {
    fail: [
      soaExample(
        "an hour after a refresh of four",
        "ns1.example.com. hostmaster.example.com. 1 4h 30m 2h 1h",
        {
          flags: ["soa-expire-refresh 2h"],
        },
      ),
    ],
    pass: [soaExample("two weeks", "ns1.example.com. hostmaster.example.com. 1 4h 30m 14d 1h")],
  },
  check({ zone, report }) {
    const soa = zone.zone.soa();
    if (!soa || soa.expire === 0 || soa.expire >= soa.refresh + soa.retry) return;
    const together = formatDuration(soa.refresh + soa.retry);
    report({
      ...soaSpot(zone, soa.row, "expire"),
      message: `expire (${formatDuration(soa.expire)}) is shorter than refresh and retry together (${together}): secondaries would drop the zone after one missed refresh; two weeks are usual`,
    });
  },
} as const satisfies Rule;
