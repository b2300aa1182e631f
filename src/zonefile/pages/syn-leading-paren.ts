import { example, type ParserRulePage } from "./page.ts";

export const synLeadingParen: ParserRulePage = {
  explanation:
    "BIND reads it; Knot, NSD, ldns and PowerDNS refuse the file. Open the parenthesis after the type.",
  examples: {
    fail: [example("before the owner", ["( www A 192.0.2.1 ) ;! syn-leading-paren www"])],
    pass: [example("after the type", ["www A ( 192.0.2.1 )"])],
  },
};
