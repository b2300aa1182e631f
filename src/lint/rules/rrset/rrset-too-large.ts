import { typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { largeOwners, octetsOf, setsAt } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";

/** The longest DNS message, less its header and a question (RFC 1035 §4.2.2). */
const longestAnswer = 65_535 - 12 - 5;

export const rrsetTooLarge = {
  id: "rrset-too-large",
  severity: "warning",
  mostSevere: "error",
  set: "recommended",
  structural: false,
  summary: "More records at one name than nameservers load or fit in an answer.",
  rfc: "RFC 1035 §4.2.2",
  explanation:
    "BIND refuses more than 100 records of one name and type, and more than 100 types at a name, unless told " +
    "otherwise (max-records-per-type, max-types-per-name; since 9.18.28). An RRset over 64 KB, which is an error, " +
    "fits in no answer at all. Spread the records over several names.",
  supersedes: ["rrset-exceeds-udp"],
  options: {
    records: { default: 100, summary: "The most records of one name and type that are let pass." },
    types: { default: 100, summary: "The most types at one name that are let pass." },
  },
  examples: {
    fail: [
      exampleOrg(
        "101 addresses",
        Array.from(
          { length: 101 },
          (_, i) => `pool A 192.0.2.${i}${i === 0 ? " ;! rrset-too-large pool A 192.0.2.0" : ""}`,
        ).join("\n"),
      ),
    ],
    pass: [
      exampleOrg("a few addresses", Array.from({ length: 9 }, (_, i) => `pool A 192.0.2.${i}`).join("\n")),
    ],
  },
  check({ zone: { zone }, number, report }) {
    const [records, types] = [number("records"), number("types")];
    for (const name of largeOwners(zone, Math.min(records, types), longestAnswer)) {
      const sets = setsAt(zone, name);
      const row = sets[0]![0]!;
      if (sets.length > types)
        report({
          row,
          message: `${zone.owner(row)} has records of ${sets.length} types: BIND loads no more than ${types}`,
        });
      for (const rows of sets) {
        const what = `${zone.owner(rows[0]!)} ${typeName(zone.type(rows[0]!))} has ${rows.length} records`;
        const octets = octetsOf(zone, rows);
        if (octets > longestAnswer)
          report({
            row: rows[0]!,
            severity: "error",
            message: `${what}, ${octets} octets together: that fits in no answer (65535)`,
          });
        else if (rows.length > records)
          report({
            row: rows[0]!,
            message: `${what}: BIND loads no more than ${records} of one name and type`,
          });
      }
    }
  },
} as const satisfies Rule;
