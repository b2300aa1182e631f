import { exampleOrg } from "../../example.ts";
import { hostOwnerTypes } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";
import { ownerLabelsWith } from "../../tree/index.ts";

export const hostnameDoubleDash = {
  id: "hostname-double-dash",
  severity: "info",
  set: "all",
  structural: false,
  types: hostOwnerTypes,
  summary: "A name of a host with hyphens in third and fourth place, as only xn-- has.",
  rfc: "RFC 5891 §4.2.3.1",
  explanation:
    "Labels with two hyphens there are kept for encodings such as xn-- of names in other scripts. Registries and some " +
    "programs refuse others. They work in most places; choose another name where you can.",
  examples: {
    fail: [exampleOrg("two letters before", "eu--web A 192.0.2.1 ;! hostname-double-dash eu--web")],
    pass: [
      exampleOrg(
        "elsewhere in the label, and in an A-label",
        `
        web--eu A 192.0.2.1
        `,
      ),
    ],
  },
  check({ zone: lintZone, report }) {
    const { zone } = lintZone;
    for (const { row, owner, text } of ownerLabelsWith(zone, "--")) {
      if (!/^..--/.test(text) || /^xn/i.test(text)) continue;
      if (!hostOwnerTypes.some((type) => zone.hasWire(owner, 0, type))) continue;
      report({
        row,
        span: lintZone.tokens(row)?.owner?.span,
        message: `"${text}" has hyphens in third and fourth place, as only labels that start with xn-- should`,
      });
    }
  },
} as const satisfies Rule;
