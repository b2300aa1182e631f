import { nameKey, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

export const soaMnameChanged = {
  id: "soa-mname-changed",
  severity: "warning",
  set: "recommended",
  structural: false,
  scope: "change",
  types: [TYPE.SOA],
  summary: "A change to the primary nameserver or the mailbox in the SOA.",
  rfc: "RFC 2136 §4.3",
  explanation:
    "Dynamic updates go to the primary that the SOA names, and some secondaries take NOTIFY by it; the mailbox is " +
    "where reports of trouble go. Both change seldom: check that it is meant. A new mailbox is an info only.",
  examples: {
    fail: [
      soaExample("another primary", "ns2.example.com. hostmaster.example.com. 1 4h 1h 14d 1h", {
        before: "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
        flags: ["soa-mname-changed ns2.example.com."],
      }),
      soaExample("another mailbox", "ns1.example.com. noc.example.com. 1 4h 1h 14d 1h", {
        before: "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
        flags: ["soa-mname-changed noc.example.com."],
      }),
    ],
    pass: [
      soaExample("letter case is no change", "NS1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h", {
        before: "ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
      }),
    ],
  },
  check({ zone, report }) {
    const [before, after] = [zone.before?.zone.soa(), zone.zone.soa()];
    if (!before || !after) return;
    for (const part of ["mname", "rname"] as const) {
      if (nameKey(before[part]) === nameKey(after[part])) continue;
      const what = part === "mname" ? "primary nameserver" : "mailbox of who is responsible";
      report({
        ...soaSpot(zone, after.row, part),
        ...(part === "rname" && { severity: "info" as const }),
        message: `the ${what} of ${zone.name} changes from ${before[part]} to ${after[part]}: check that it is meant`,
      });
    }
  },
} as const satisfies Rule;
