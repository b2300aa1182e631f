import { isAtOrBelow, nameFromWire, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const dnameTargetLoop = {
  id: "dname-target-loop",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.DNAME],
  summary: "A DNAME that redirects to a name below itself, and so to itself again.",
  rfc: "RFC 6672 §3.3",
  explanation:
    "Each name below becomes a longer one below the same DNAME, until it is too long for a name: resolvers give up " +
    "with an error. Point the DNAME at a name outside.",
  examples: {
    fail: [exampleOrg("into its own tree", "old DNAME new.old ;! dname-target-loop new.old")],
    pass: [exampleOrg("beside itself", "old DNAME new\n*.new A 192.0.2.1")],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.DNAME)) {
      const { name: target } = nameFromWire(zone.zone.rdata(row));
      const owner = zone.zone.owner(row);
      if (!isAtOrBelow(target, owner)) continue;
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `names below ${owner} become names below ${target}, which is below ${owner} itself, and so on without end`,
      });
    }
  },
} as const satisfies Rule;
