import { example, type ParserRulePage } from "./page.ts";

export const synExtraToken: ParserRulePage = {
  explanation:
    'Most often a comment without ";", or an address too many: each has a record of its own. BIND, Knot, ' +
    "NSD and ldns refuse the file.",
  examples: {
    fail: [example("a comment that is none", ["www A 192.0.2.1 main server ;! syn-extra-token main"])],
    pass: [example("a comment", ["www A 192.0.2.1 ; main server"])],
  },
};
