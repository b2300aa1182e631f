import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { rdataOctet, sharedOwners } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const srvDotMixed = {
  id: "srv-dot-mixed",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.SRV],
  summary: "A service (SRV) that is said not to be offered, beside hosts that offer it.",
  rfc: "RFC 2782",
  explanation:
    "`.` as host says that the service is not offered. Beside other hosts, some clients give up and some go on. Keep " +
    "one or the other.",
  examples: {
    fail: [
      exampleOrg(
        "both",
        `
        _sip._tcp SRV 0 0 5060 sip
        _sip._tcp SRV 9 0 0 . ;! srv-dot-mixed .
        sip       A   192.0.2.1
        `,
      ),
    ],
    pass: [exampleOrg("not offered", "_sip._tcp SRV 0 0 0 .")],
  },
  check({ zone, rowsOf, report }) {
    const isNone = (row: number) => rdataOctet(zone.zone, row, 6) === 0;
    if (!rowsOf(TYPE.SRV).some(isNone)) return;
    for (const rows of sharedOwners(zone.zone, rowsOf(TYPE.SRV))) {
      if (rows.every(isNone)) continue;
      for (const row of rows.filter(isNone)) {
        const message = `"." says that ${zone.zone.owner(row)} is not offered, but it has hosts too: keep one or the other`;
        report({ row, span: targetTokenOf(zone, row)?.span, message });
      }
    }
  },
} as const satisfies Rule;
