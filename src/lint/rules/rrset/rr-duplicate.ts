import { typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { caseTwins } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

export const rrDuplicate = {
  id: "rr-duplicate",
  severity: "warning",
  set: "recommended",
  structural: false,
  summary: "The same record twice, also where it is spelled differently.",
  rfc: "RFC 2181 §5",
  explanation:
    "Nameservers keep one of them. Whoever edits or removes one later will find that the other still answers. " +
    "Delete one; mind that a following record without owner takes its owner from the record before it.",
  supersedes: ["rr-sorted", "name-case-variant"],
  examples: {
    fail: [
      exampleOrg(
        "spelled differently",
        `
        www A 192.0.2.1
        api A 192.0.2.2
        WWW.example.org. A 192.0.2.1 ;! rr-duplicate WWW.example.org. A 192.0.2.1
        @ MX 10 www
        @ MX 10 WWW ;! rr-duplicate @ MX 10 WWW
        `,
      ),
      exampleOrg(
        "a type of which signers keep the case",
        `
        vpn IPSECKEY 10 3 2 gate.example.com. AQNR
        vpn IPSECKEY 10 3 2 Gate.example.com. AQNR ;! rr-duplicate vpn IPSECKEY 10 3 2 Gate.example.com. AQNR
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "records that differ",
        `
        www A 192.0.2.1
        www A 192.0.2.2
        txt TXT "a"
        txt TXT "A"
        `,
      ),
    ],
  },
  check({ zone: { zone }, rowsOf, report }) {
    for (const { row, first } of [...zone.repetitions(), ...caseTwins(zone, rowsOf)]) {
      const place = placeText(zone, first, row);
      const message = `this ${typeName(zone.type(row))} record of ${zone.owner(row)} is already on ${place}: delete one`;
      report({ row, message });
    }
  },
} as const satisfies Rule;
