import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { rdataOctet, sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const mxNullMixed = {
  id: "mx-null-mixed",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.MX],
  summary: "A null MX, which says that no mail is taken, beside other mail servers.",
  rfc: "RFC 7505 §3",
  explanation:
    "A null MX must be the only MX of its name. Beside others, some senders refuse to deliver at all and others try " +
    "the root of the DNS. Keep the null MX or the servers.",
  examples: {
    fail: [
      exampleOrg(
        "both",
        `
        @    MX 0  . ;! mx-null-mixed .
        @    MX 10 mail
        mail A  192.0.2.1
        `,
      ),
    ],
    pass: [exampleOrg("each at its own name", "@ MX 10 mail\nmail A 192.0.2.1\nwww MX 0 .")],
  },
  check({ zone, rowsOf, report }) {
    const isNull = (row: number) => rdataOctet(zone.zone, row, 2) === 0;
    if (!rowsOf(TYPE.MX).some(isNull)) return;
    for (const rows of sharedOwners(zone.zone, rowsOf(TYPE.MX))) {
      if (rows.every(isNull)) continue;
      for (const row of rows.filter(isNull)) {
        const message = `"." says that ${zone.zone.owner(row)} takes no mail, but it has other MX records: keep one or the other`;
        report({ row, span: targetTokenOf(zone, row)?.span, message });
      }
    }
  },
} as const satisfies Rule;
