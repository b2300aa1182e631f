import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const cnameChainThroughWildcard = {
  id: "cname-chain-through-wildcard",
  severity: "info",
  set: "all",
  scope: "repository",
  structural: false,
  types: [TYPE.CNAME],
  summary: "An alias of a name that does not exist itself: a wildcard or DNAME answers for it.",
  rfc: "RFC 4592 §2.2.1, RFC 1034 §4.3.3",
  explanation:
    "The wildcard answers for any name, a misspelt one too, and stops doing so when a record is written at the target. " +
    "Write the target out where it matters.",
  examples: {
    fail: [
      exampleOrg(
        "any name will do",
        "*.app A 192.0.2.1\nshop CNAME shpo.app ;! cname-chain-through-wildcard shpo.app",
      ),
    ],
    pass: [exampleOrg("written out", "*.app A 192.0.2.1\nshop.app A 192.0.2.1\nshop CNAME shop.app")],
  },
  check({ zone, world, references, report }) {
    for (const reference of references(TYPE.CNAME)) {
      if (world.standingOf(reference, zone) !== "wildcard") continue;
      const { row, target } = reference;
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${target} does not exist itself: a wildcard or DNAME answers for it, as for any other spelling`,
      });
    }
  },
} as const satisfies Rule;
