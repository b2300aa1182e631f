import { example, type ParserRulePage } from "./page.ts";

export const synUnbalancedParen: ParserRulePage = {
  explanation:
    "Parentheses join lines to one record. Where the closing one is missing, all that follows belongs to " +
    "the record: BIND, Knot and PowerDNS refuse the file at its end, far from the mistake, and NSD and " +
    "ldns can take it without a word. The finding is at the opening one, and reading goes on at the next " +
    "line that looks like a record.",
  examples: {
    fail: [
      example("not closed", ["@ MX ( 10 mail.example.com. ;! syn-unbalanced-paren (", "www A 192.0.2.1"]),
      example("never opened", ["www A 192.0.2.1 ) ;! syn-unbalanced-paren )"]),
    ],
    pass: [
      example("a record over several lines", [
        "www TXT (",
        '  "one" ; a ) in a comment closes nothing',
        '  "two"',
        ")",
      ]),
    ],
  },
};
