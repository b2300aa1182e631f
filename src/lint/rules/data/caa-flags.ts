import { TYPE } from "../../../dns/index.ts";
import { caaTokens, readCaa } from "../../certificates/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const caaFlags = {
  id: "caa-flags",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.CAA],
  summary: "CAA flags other than 0 and 128.",
  rfc: "RFC 8659 §4.1",
  explanation:
    "Only one flag has a meaning: critical, which is 128. All others are to be 0, and authorities ignore them. A flag of 1 " +
    "mostly comes from counting the bits from the wrong side.",
  examples: {
    fail: [exampleOrg("flag 1", '@ CAA 1 issue "ca.example.net" ;! caa-flags 1')],
    pass: [
      exampleOrg("none, and critical", '@ CAA 0 issue "ca.example.net"\na CAA 128 issue "ca.example.net"'),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.CAA)) {
      const { flags } = readCaa(zone.zone, row);
      if ((flags & 0x7f) === 0) continue;
      const message = `the flags ${flags} have no meaning: write 0, or 128 for a property that authorities must understand`;
      report({ row, span: caaTokens(zone, row)?.[0].span, message });
    }
  },
} as const satisfies Rule;
