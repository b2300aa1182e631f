import { example, type ParserRulePage } from "./page.ts";

export const synNestedParen: ParserRulePage = {
  explanation:
    "The master file format knows no nesting. BIND and ldns read it, Knot and NSD refuse the file, and " +
    "PowerDNS reads other data. Leave the inner pair out.",
  examples: {
    fail: [example("a pair in a pair", ['www TXT ( ( "one" ) ) ;! syn-nested-paren ('])],
    pass: [example("one pair", ['www TXT ( "one" )'])],
  },
};
