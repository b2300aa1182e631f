import { TYPE } from "../../../dns/index.ts";
import { atType, exampleDs } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import { byOwner } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";

export const dsNoDelegation = {
  id: "ds-no-delegation",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.DS],
  summary: "DS records of a name that is not delegated.",
  rfc: "RFC 4035 §2.4",
  explanation:
    "DS says how to trust a delegated zone, and without NS records there is none: the records do nothing, and a " +
    "resolver that asks for the name gets an answer of this zone. Add the NS records, or take the DS records out.",
  examples: {
    fail: [exampleOrg("DS without NS", `lab DS ${exampleDs} ;! ds-no-delegation DS`)],
    pass: [
      exampleOrg("a delegation", `lab NS ns1.example.com.\nlab NS ns2.example.com.\nlab DS ${exampleDs}`),
    ],
  },
  check({ zone, rowsOf, report }) {
    for (const [row] of byOwner(zone.zone, rowsOf(TYPE.DS))) {
      const owner = zone.zone.ownerKey(row!);
      if (owner === zone.zone.apex || zone.incomplete || zone.zone.rows(owner, TYPE.NS).length > 0) continue;
      const message = `${owner} has DS records and no NS records: it is not delegated, so they do nothing; add its nameservers, or take them out`;
      report({ ...atType(zone, row!), message });
    }
  },
} as const satisfies Rule;
