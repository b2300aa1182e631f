import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { wildcardsNow } from "../../tree/index.ts";

export const wildcardMx = {
  id: "wildcard-mx",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.MX],
  summary: "A wildcard MX beside names that exist and have none.",
  rfc: "RFC 1912 §2.7, RFC 4592 §2.2.1",
  explanation:
    "A wildcard answers only for names that do not exist. A name beside it that owns an address, but no MX, gets its " +
    "mail at that address and not where the wildcard points. Write an MX for each name that is to get mail.",
  examples: {
    fail: [
      exampleOrg(
        "a host without MX",
        `
        mx  A  192.0.2.25
            MX 10 mx
        *   MX 10 mx ;! wildcard-mx *
        www A  192.0.2.1
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "every host has one",
        `
        mx  A  192.0.2.25
            MX 10 mx
        *   MX 10 mx
        `,
      ),
    ],
  },
  check({ zone: lintZone, ownerRows, once, report }) {
    const { zone } = lintZone;
    const wildcards = once(wildcardsNow);
    if (!wildcards.some((types) => types.includes(TYPE.MX))) return;
    const told = new Set<number>();
    const { owner, names } = zone.columns;
    for (const row of ownerRows()) {
      const id = owner[row]!;
      const name = names.octets.subarray(names.start[id], names.start[id + 1]);
      const wildcard = wildcards.sibling(name);
      if (!wildcard || told.has(wildcard.row) || !wildcard.types.includes(TYPE.MX)) continue;
      const has = (type: number) => zone.hasWire(name, 0, type);
      if (has(TYPE.MX) || has(TYPE.CNAME) || !(has(TYPE.A) || has(TYPE.AAAA))) continue;
      told.add(wildcard.row);
      report({
        row: wildcard.row,
        span: lintZone.tokens(wildcard.row)?.owner?.span,
        message: `the MX of ${zone.owner(wildcard.row)} is not that of ${zone.owner(row)}, which exists and has no MX: a wildcard answers only for names that do not exist`,
      });
    }
  },
} as const satisfies Rule;
