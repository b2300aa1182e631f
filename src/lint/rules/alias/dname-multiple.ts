import { nameFromWire, nameKey, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { placeText } from "../../writing/index.ts";

export const dnameMultiple = {
  id: "dname-multiple",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.DNAME],
  summary: "A name with several DNAME records that point at different names.",
  rfc: "RFC 6672 §2.4",
  explanation: "Names can be redirected to one tree only: nameservers refuse such a zone. Keep one DNAME.",
  examples: {
    fail: [
      exampleOrg(
        "two targets",
        "old DNAME one.example.net.\nold DNAME two.example.net. ;! dname-multiple two.example.net.",
      ),
    ],
    pass: [exampleOrg("two names", "old DNAME one.example.net.\nolder DNAME two.example.net.")],
  },
  check({ zone, rowsOf, report }) {
    const targetOf = (row: number) => nameFromWire(zone.zone.rdata(row)).name;
    for (const [first, ...others] of sharedOwners(zone.zone, rowsOf(TYPE.DNAME))) {
      const target = targetOf(first!);
      for (const row of others) {
        if (nameKey(targetOf(row)) === nameKey(target)) continue;
        report({
          row,
          span: targetTokenOf(zone, row)?.span,
          message: `${zone.zone.owner(row)} is already redirected to ${target} (${placeText(zone.zone, first!, row)}): it can have one DNAME`,
        });
      }
    }
  },
} as const satisfies Rule;
