import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { targetTokenOf } from "../../records.ts";
import { isGlueTarget } from "../../references.ts";
import type { Rule } from "../../rule.ts";

export const nsMissingGlue = {
  id: "ns-missing-glue",
  severity: "error",
  set: "recommended",
  structural: false,
  summary: "A delegation to a nameserver below the delegated name, without its address.",
  rfc: "RFC 1034 §4.2.1, RFC 9471",
  explanation:
    "To ask the nameserver one needs its address, which only that nameserver could tell: the parent zone must hold " +
    "the address too, as glue. Write its A or AAAA record beside the NS record.",
  examples: {
    fail: [exampleOrg("no glue", "lab NS ns.lab ;! ns-missing-glue ns.lab")],
    pass: [
      exampleOrg(
        "glue, and a nameserver elsewhere",
        `
        lab    NS ns.lab
        ns.lab A  192.0.2.1
        dev    NS ns.example.net.
        `,
      ),
    ],
  },
  check({ zone, references, report }) {
    if (zone.incomplete) return;
    for (const reference of references(TYPE.NS)) {
      if (!isGlueTarget(zone.zone, reference)) continue;
      const { row, target } = reference;
      if ([TYPE.A, TYPE.AAAA].some((type) => zone.zone.rows(target, type).length > 0)) continue;
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${target} is below ${zone.zone.owner(row)}, which it serves: write its A or AAAA record here as glue, or nobody can find it`,
      });
    }
  },
} as const satisfies Rule;
