import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { rdataOctet } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const srvPortZero = {
  id: "srv-port-zero",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.SRV],
  summary: "A service (SRV) on port 0.",
  rfc: "RFC 2782",
  explanation:
    "Nothing can listen on port 0. Give the port of the service; a service that is not offered has `.` as its host: " +
    "`SRV 0 0 0 .`.",
  examples: {
    fail: [exampleOrg("port 0 of a host", "_sip._tcp SRV 10 60 0 sip ;! srv-port-zero 0\nsip A 192.0.2.1")],
    pass: [exampleOrg("a service that is not offered", "_sip._tcp SRV 0 0 0 .")],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.SRV)) {
      const octet = (at: number) => rdataOctet(zone.zone, row, at);
      if (octet(4) !== 0 || octet(5) !== 0 || octet(6) === 0) continue;
      const span = targetTokenOf(zone, row) && zone.tokens(row)?.rdata[2]?.span;
      const message = `${zone.zone.owner(row)} has port 0, where nothing can listen: give the port of the service`;
      report({ row, span, message });
    }
  },
} as const satisfies Rule;
