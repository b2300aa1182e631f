import { exampleOrg } from "../../example.ts";
import { aLabels, latinLookalike, mixedScripts } from "../../names/index.ts";
import type { Rule } from "../../rule.ts";

export const idnMixedScript = {
  id: "idn-mixed-script",
  severity: "info",
  set: "recommended",
  structural: false,
  summary: "A name in another script that mixes scripts, or looks like a name in Latin letters.",
  rfc: "RFC 5890 §4.4",
  explanation:
    "Letters of several scripts in one word, or Cyrillic and Greek letters that all look like Latin ones, are how one " +
    "name is made to be taken for another. Browsers show such names as xn--. Check that the name is meant.",
  supersedes: ["idn-show-ulabel"],
  examples: {
    fail: [
      exampleOrg(
        "Cyrillic letters among Latin ones, and nothing but such",
        `
        xn--pypal-4ve    A 192.0.2.1 ;! idn-mixed-script xn--pypal-4ve
        xn--80ak6aa92e   A 192.0.2.2 ;! idn-mixed-script xn--80ak6aa92e
        `,
      ),
    ],
    pass: [exampleOrg("letters", "paypal A 192.0.2.1")],
  },
  check({ zone, report }) {
    for (const { row, text, unicode } of aLabels(zone.zone)) {
      if (unicode === undefined) continue;
      const mixed = mixedScripts(unicode);
      const latin = latinLookalike(unicode);
      if (!mixed && latin === undefined) continue;
      const what = mixed
        ? `mixes letters of ${mixed.join(" and ")}`
        : `looks like ${latin} in Latin letters, but has none of them`;
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `${text} is ${unicode}, which ${what}: check that it is not meant to be taken for another name`,
      });
    }
  },
} as const satisfies Rule;
