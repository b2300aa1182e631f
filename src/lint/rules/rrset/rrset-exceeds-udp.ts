import { typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { largeOwners, octetsOf, setsAt } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";

export const rrsetExceedsUdp = {
  id: "rrset-exceeds-udp",
  severity: "info",
  set: "all",
  structural: false,
  summary: "Records of one name and type that do not fit in an answer over UDP.",
  rfc: "RFC 9715 §3",
  explanation:
    "Answers over 1,232 octets are cut off and asked for again over TCP: slower for everybody, and no answer for " +
    "those whose firewall lets no TCP through. TXT records at a zone's name, where every service wants its token, " +
    "are the usual case: remove those that are no longer needed.",
  options: { most: { default: 1232, summary: "The largest answer that is let pass, in octets." } },
  examples: {
    fail: [
      exampleOrg(
        "tokens of many services",
        Array.from(
          { length: 6 },
          (_, i) =>
            `@ TXT "service-${i}=${"x".repeat(200)}"${i === 0 ? ` ;! rrset-exceeds-udp @ TXT "service-0=${"x".repeat(200)}"` : ""}`,
        ).join("\n"),
      ),
    ],
    pass: [exampleOrg("one token", '@ TXT "service-0=8f2c"')],
  },
  check({ zone: { zone }, number, report }) {
    const most = number("most");
    for (const name of largeOwners(zone, Number.POSITIVE_INFINITY, most)) {
      for (const rows of setsAt(zone, name)) {
        const row = rows[0]!;
        const question = zone.ownerKey(row).length + 1 + 4;
        const octets = 12 + question + octetsOf(zone, rows);
        if (octets <= most) continue;
        report({
          row,
          message: `the ${rows.length} ${typeName(zone.type(row))} records of ${zone.owner(row)} make an answer of about ${octets} octets: over ${most} it goes over TCP`,
        });
      }
    }
  },
} as const satisfies Rule;
