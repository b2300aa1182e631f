import { TYPE } from "../../../dns/index.ts";
import { atType, exampleDs } from "../../dnssec/index.ts";
import { changeExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";

const nameservers = "lab NS ns1.example.com.\nlab NS ns2.example.com.";

export const dsRemoved = {
  id: "ds-removed",
  severity: "error",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.DS],
  summary: "A change that removes all DS records of a delegation that stays.",
  rfc: "RFC 6781 §4.2",
  explanation:
    "From then on nobody validates the delegated zone: whoever can forge answers can forge its. That is right only as " +
    "the first step of taking its signatures away on purpose, or before a move that cannot keep the keys; then let a " +
    "second person agree to it.",
  examples: {
    fail: [
      changeExample("the DS is gone, the delegation is not", {
        before: `${nameservers}\nlab DS ${exampleDs}`,
        now: nameservers.replace("ns1.example.com.", "ns1.example.com. ;! ds-removed NS"),
      }),
    ],
    pass: [
      changeExample("another DS beside the old one", {
        before: `${nameservers}\nlab DS ${exampleDs}`,
        now: `${nameservers}\nlab DS ${exampleDs}\nlab DS 4711 13 2 ${"7f".repeat(32)}`,
      }),
    ],
  },
  check({ zone, changes, report }) {
    if (zone.incomplete) return;
    for (const { owner, type, before, after } of changes()) {
      if (type !== TYPE.DS || !before || after) continue;
      const [delegation] = zone.zone.rows(owner, TYPE.NS);
      if (delegation === undefined || owner === zone.zone.apex) continue;
      const message = `this change removes the DS records of ${owner}: resolvers no longer validate the zone, so its answers can be forged; keep them unless it is to be unsigned`;
      report({ ...atType(zone, delegation), message });
    }
  },
} as const satisfies Rule;
