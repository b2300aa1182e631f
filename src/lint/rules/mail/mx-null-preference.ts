import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { rdataOctet } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { replaceSpan } from "../../writing/index.ts";

export const mxNullPreference = {
  id: "mx-null-preference",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.MX],
  summary: "A null MX with a preference other than 0.",
  rfc: "RFC 7505 §3",
  explanation:
    "The null MX is defined as `MX 0 .`. With another preference some senders take it for a mail server called `.` and " +
    "look for its address. Write 0.",
  examples: {
    fail: [exampleOrg("preference 10", "@ MX 10 . ;! mx-null-preference 10")],
    pass: [exampleOrg("preference 0", "@ MX 0 .")],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.MX)) {
      if (rdataOctet(zone.zone, row, 2) !== 0) continue;
      const rdata = zone.zone.rdata(row);
      const preference = rdata[0]! * 0x100 + rdata[1]!;
      if (preference === 0) continue;
      const span = targetTokenOf(zone, row) && zone.tokens(row)?.rdata[0]?.span;
      report({
        row,
        span,
        message: `the null MX ("." as host: no mail is taken) has the preference ${preference}: it must be 0`,
        fix: span && replaceSpan("set the preference to 0", span, "0"),
      });
    }
  },
} as const satisfies Rule;
