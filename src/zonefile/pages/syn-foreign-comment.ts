import { example, type ParserRulePage } from "./page.ts";

export const synForeignComment: ParserRulePage = {
  explanation:
    "The mark of another language is read as an owner. BIND, Knot, NSD and PowerDNS refuse the file; ldns " +
    'leaves some such lines out. The fix writes ";".',
  examples: {
    fail: [
      example("comments of other languages", [
        "# web ;! syn-foreign-comment #",
        "// mail ;! syn-foreign-comment //",
      ]),
    ],
    pass: [example('comments that start with ";"', ["; web", "www A 192.0.2.1"])],
  },
};
