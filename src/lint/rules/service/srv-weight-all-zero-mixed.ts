import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { readService } from "../../service/index.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const srvWeightAllZeroMixed = {
  id: "srv-weight-all-zero-mixed",
  severity: "info",
  set: "strict",
  structural: false,
  types: [TYPE.SRV],
  summary: "A service (SRV) whose hosts of one priority have the weight 0 and others.",
  rfc: "RFC 2782",
  explanation:
    "Beside hosts with a weight, one with weight 0 is hardly ever chosen while the others are there. Give it a weight of " +
    "1 or more, or a higher number as priority if it is a spare.",
  examples: {
    fail: [
      exampleOrg(
        "0 beside 9",
        `
        _sip._tcp SRV 1 9 5060 a
        _sip._tcp SRV 1 0 443 b ;! srv-weight-all-zero-mixed 0
        a         A   192.0.2.1
        b         A   198.51.100.1
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "all 0, or another priority",
        `
        _sip._tcp SRV 0 0 5060 a
        _sip._tcp SRV 0 0 5060 b
        _sip._tcp SRV 1 5 5060 c
        a         A   192.0.2.1
        b         A   198.51.100.1
        c         A   203.0.113.1
        `,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const rows of sharedOwners(zone.zone, rowsOf(TYPE.SRV))) {
      const services = rows.map((row) => ({ row, ...readService(zone.zone.rdata(row)) }));
      for (const [priority, group] of Map.groupBy(services, (service) => service.priority)) {
        if (group.every(({ weight }) => weight === 0)) continue;
        for (const { row, target } of group.filter(({ weight }) => weight === 0)) {
          const span = targetTokenOf(zone, row) && zone.tokens(row)?.rdata[1]?.span;
          const message = `${target} has weight 0 beside others of priority ${priority} with more: it is hardly ever chosen`;
          report({ row, span, message });
        }
      }
    }
  },
} as const satisfies Rule;
