import { nameKey, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const ilnpLpSelf = {
  id: "ilnp-lp-self",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.LP],
  summary: "A locator pointer (LP) to its own name.",
  rfc: "RFC 6742 §2.4",
  explanation:
    "LP names another host or subnetwork whose L32 or L64 records are to be used. One that points to itself leads " +
    "nowhere; the locators of the name itself need no pointer.",
  examples: {
    fail: [exampleOrg("to itself", "host LP 10 host ;! ilnp-lp-self host")],
    pass: [exampleOrg("to a subnetwork", "host LP 10 net\nnet L64 10 2001:0DB8:1140:1000")],
  },
  check({ zone, references, report }) {
    for (const { row, target } of references(TYPE.LP)) {
      if (nameKey(target) !== zone.zone.ownerKey(row)) continue;
      const message = `this pointer leads to its own name ${target}: name the host or subnetwork that has the locators`;
      report({ row, span: targetTokenOf(zone, row)?.span, message });
    }
  },
} as const satisfies Rule;
