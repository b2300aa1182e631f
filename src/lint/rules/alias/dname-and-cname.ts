import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

export const dnameAndCname = {
  id: "dname-and-cname",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.DNAME],
  supersedes: ["cname-and-other-data"],
  summary: "A name that is an alias (CNAME) and also redirects the names below it (DNAME).",
  rfc: "RFC 6672 §2.4",
  explanation:
    "An alias can have no other records, DNAME among them: nameservers refuse the zone. To redirect a name and all " +
    "below it write the DNAME, and the records of the name itself beside it.",
  examples: {
    fail: [
      exampleOrg(
        "both, to redirect a whole tree",
        "old DNAME new.example.net.\nold CNAME new.example.net. ;! dname-and-cname CNAME",
      ),
    ],
    pass: [exampleOrg("the name's own address", "old DNAME new.example.net.\nold A 192.0.2.1")],
  },
  check({ zone, rowsOf, report }) {
    const judged = new Set<string>();
    for (const dname of rowsOf(TYPE.DNAME)) {
      const owner = zone.zone.ownerKey(dname);
      const row = zone.zone.rows(owner, TYPE.CNAME)[0];
      if (row === undefined || judged.has(owner)) continue;
      judged.add(owner);
      report({
        row,
        span: zone.tokens(row)?.type?.span,
        message: `${owner} has a DNAME too (${placeText(zone.zone, dname, row)}): keep the DNAME, and write the name's own records instead of this CNAME`,
      });
    }
  },
} as const satisfies Rule;
