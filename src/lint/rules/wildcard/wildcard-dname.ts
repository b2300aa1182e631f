import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const wildcardDname = {
  id: "wildcard-dname",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.DNAME],
  summary: "A DNAME at a wildcard.",
  rfc: "RFC 4592 §4.4, RFC 6672 §3.3",
  explanation:
    "A DNAME redirects the names below its owner, a wildcard answers for names that do not exist: what the two mean " +
    "together is not defined, and nameservers and validating resolvers differ. Write a DNAME for each name.",
  examples: {
    fail: [exampleOrg("every shop moves", "*.shops DNAME shops.example.net. ;! wildcard-dname *.shops")],
    pass: [exampleOrg("one name", "shops DNAME shops.example.net.")],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.DNAME)) {
      const owner = zone.zone.owner(row);
      if (!owner.startsWith("*.")) continue;
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `DNAME at the wildcard ${owner}: nameservers differ on what that means; write one for each name`,
      });
    }
  },
} as const satisfies Rule;
