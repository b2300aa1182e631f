import { type Name, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { spfRecords } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";

export const spfTooLong = {
  id: "spf-too-long",
  severity: "info",
  set: "strict",
  structural: false,
  types: [TYPE.TXT],
  summary: "An SPF record of a name whose TXT records, together, may be too long for old receivers.",
  rfc: "RFC 7208 §3.4",
  explanation:
    "An answer of up to 512 octets passes everywhere; with names and headers that leaves some 450 for the TXT records " +
    "of a name. What is longer is asked for again over TCP, which some firewalls drop. Move senders to a record that is " +
    "included, or other TXT records to names of their own.",
  options: {
    octets: { default: 450, summary: "Octets of all TXT records of a name, from which on it is reported." },
  },
  examples: {
    fail: [
      exampleOrg(
        "a long text beside it",
        `
        @ TXT "v=spf1 -all" ;! spf-too-long "v=spf1 -all"
        @ TXT "${"a".repeat(240)}" "${"b".repeat(240)}"
        `,
      ),
    ],
    pass: [exampleOrg("a short record", '@ TXT "v=spf1 -all"')],
  },
  check(context) {
    const { zone, report, number } = context;
    const sums = new Map<Name, number>();
    const octetsOf = (owner: Name) => {
      const rows = zone.zone.rows(owner, TYPE.TXT);
      return rows.reduce((sum, at) => sum + zone.zone.rdata(at).length, 0);
    };
    for (const { row, txt } of spfRecords(context)) {
      const owner = zone.zone.ownerKey(row);
      const octets = sums.get(owner) ?? octetsOf(owner);
      sums.set(owner, octets);
      if (octets <= number("octets")) continue;
      const message = `the TXT records of ${txt.owner} have ${octets} octets: with more than ${number("octets")} the answer may not fit into 512`;
      report({
        row,
        span: txt.whole,
        message,
      });
    }
  },
} as const satisfies Rule;
