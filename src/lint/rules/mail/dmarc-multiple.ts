import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { ownerStartsWith } from "../../tree/index.ts";
import { textStartsWith } from "../../txt/index.ts";
import { placeText } from "../../writing/index.ts";

export const dmarcMultiple = {
  id: "dmarc-multiple",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "A name with more than one DMARC record.",
  rfc: "RFC 7489 §6.6.3",
  explanation:
    "Receivers that find several records use none: the domain is without DMARC. Keep one, and list all addresses for " +
    "reports in its rua tag.",
  examples: {
    fail: [
      exampleOrg(
        "two policies",
        `
        _dmarc TXT "v=DMARC1; p=none"
        _dmarc TXT "v=DMARC1; p=reject" ;! dmarc-multiple "v=DMARC1; p=reject"
        `,
      ),
    ],
    pass: [exampleOrg("one policy", '_dmarc TXT "v=DMARC1; p=reject"')],
  },
  check({ zone, rowsOf, report }) {
    const rows = rowsOf(TYPE.TXT).filter(
      (row) => ownerStartsWith(zone.zone, row, ["_dmarc"]) && textStartsWith(zone.zone, row, "v=dmarc1"),
    );
    for (const [first, ...others] of sharedOwners(zone.zone, rows)) {
      for (const row of others) {
        const message = `${zone.zone.owner(row)} has a DMARC record already, on ${placeText(zone.zone, first!, row)}: receivers use neither`;
        report({ row, span: zone.tokens(row)?.rdata[0]?.span, message });
      }
    }
  },
} as const satisfies Rule;
