import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { spfRecords } from "../../mail/index.ts";
import { sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

export const spfMultiple = {
  id: "spf-multiple",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "A name with more than one SPF record.",
  rfc: "RFC 7208 §4.5",
  explanation:
    "Receivers take several records for an error (permerror), and neither counts. Write the terms of all of them into " +
    "one record.",
  examples: {
    fail: [
      exampleOrg(
        "a provider's record added beside the old one",
        `
        @ TXT "v=spf1 ip4:192.0.2.1 -all"
        @ TXT "v=spf1 include:_spf.example.com ~all" ;! spf-multiple "v=spf1 include:_spf.example.com ~all"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "one record, and other text",
        `
        @ TXT "v=spf1 ip4:192.0.2.1 -all"
        @ TXT "v=spf10 is another thing"
        `,
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    const rows = spfRecords(context).map(({ row }) => row);
    for (const [first, ...others] of sharedOwners(zone.zone, rows)) {
      for (const row of others) {
        const message = `${zone.zone.owner(row)} has an SPF record already, on ${placeText(zone.zone, first!, row)}: with two, neither counts`;
        report({ row, span: zone.tokens(row)?.rdata[0]?.span, message });
      }
    }
  },
} as const satisfies Rule;
