import { exampleOrg } from "../../example.ts";
import { sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { bindingTypes } from "../../service/index.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const svcbMixedModes = {
  id: "svcb-mixed-modes",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: bindingTypes,
  summary: "SVCB or HTTPS records of one name with priority 0 and with others.",
  rfc: "RFC 9460 §2.4.1",
  explanation:
    "Priority 0 is an alias, any other a service. Where a name has both, clients use the alias alone and ignore the " +
    "services. Keep one or the other.",
  examples: {
    fail: [
      exampleOrg(
        "an alias beside a service",
        `
        @ HTTPS 0 www.example.com. ;! svcb-mixed-modes www.example.com.
        @ HTTPS 1 cdn.example.com. alpn=h2
        `,
      ),
    ],
    pass: [exampleOrg("two services", "@ HTTPS 1 www.example.com.\n@ HTTPS 2 cdn.example.com. alpn=h2")],
  },
  check({ zone, rowsOf, report }) {
    const isAlias = (row: number) => zone.zone.rdata(row)[0] === 0 && zone.zone.rdata(row)[1] === 0;
    for (const type of bindingTypes) {
      for (const rows of sharedOwners(zone.zone, rowsOf(type))) {
        if (rows.every(isAlias)) continue;
        for (const row of rows.filter(isAlias)) {
          const message = `priority 0 is an alias: clients ignore the other records of ${zone.zone.owner(row)} for it`;
          report({ row, span: targetTokenOf(zone, row)?.span, message });
        }
      }
    }
  },
} as const satisfies Rule;
