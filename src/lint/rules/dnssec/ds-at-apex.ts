import { TYPE } from "../../../dns/index.ts";
import { atType, exampleDs } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const dsAtApex = {
  id: "ds-at-apex",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.DS],
  summary: "A DS record at the top of its own zone.",
  rfc: "RFC 4035 §2.4",
  explanation:
    "DS records tell the parent's clients which keys the child has, so they stand in the parent zone, at the " +
    "delegation. BIND refuses a zone with one at its top. Give it to whoever runs the parent zone.",
  examples: {
    fail: [exampleOrg("the zone's own DS", `@ DS ${exampleDs} ;! ds-at-apex DS`)],
    pass: [
      exampleOrg(
        "that of a delegated zone",
        `lab NS ns1.example.com.\nlab NS ns2.example.com.\nlab DS ${exampleDs}`,
      ),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.DS)) {
      if (zone.zone.ownerKey(row) !== zone.zone.apex) continue;
      const message = `DS stands in the parent zone, at the delegation of ${zone.name}: take it out here, or BIND refuses the zone`;
      report({ ...atType(zone, row), message });
    }
  },
} as const satisfies Rule;
