import { parentOf, TYPE } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const tlsaUnsigned = {
  id: "tlsa-unsigned",
  severity: "warning",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.TLSA],
  summary: "TLSA records in a zone that its parent, which is in the repository, does not declare signed.",
  rfc: "RFC 6698 §4.1",
  explanation:
    "Clients use TLSA only where DNSSEC proves it, and that takes a DS record in the parent zone: without it the records " +
    "do nothing. Whether the zone itself is signed cannot be seen, as servers sign zones while they serve them.",
  examples: {
    fail: [
      {
        title: "a delegation without DS",
        zones: [
          exampleZone("example.org.", "sub NS ns1.example.com.\nsub NS ns2.example.com."),
          exampleZone(
            "sub.example.org.",
            `
            _443._tcp TLSA 3 1 1 ${"0b9f".repeat(16)} ;! tlsa-unsigned TLSA
            @         A    192.0.2.1
            `,
          ),
        ],
      },
    ],
    pass: [
      {
        title: "a zone whose parent is elsewhere",
        zones: [exampleZone("example.org.", `_443._tcp TLSA 3 1 1 ${"0b9f".repeat(16)}\n@ A 192.0.2.1`)],
      },
    ],
  },
  check({ zone, world, rowsOf, report }) {
    const above = parentOf(zone.name);
    const parent = above && world.zoneOf(above, zone.view);
    if (!parent || parent.incomplete) return;
    const isDelegated = parent.zone.rows(zone.name, TYPE.NS).length > 0;
    if (!isDelegated || parent.zone.rows(zone.name, TYPE.DS).length > 0) return;
    const [row] = rowsOf(TYPE.TLSA);
    if (row === undefined) return;
    const message = `${parent.name} has no DS record for ${zone.name}: without DNSSEC clients do not use TLSA records`;
    report({ row, span: zone.tokens(row)?.type?.span, message });
  },
} as const satisfies Rule;
