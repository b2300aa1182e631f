import { example, type ParserRulePage } from "./page.ts";

export const synAdjacentQuote: ParserRulePage = {
  explanation:
    "One string or two? BIND, NSD and PowerDNS read two, ldns reads one with quotes in it, and Knot " +
    "refuses the file. Put white space between them.",
  examples: {
    fail: [example("a string that touches the one before it", ['www TXT "one"two ;! syn-adjacent-quote t'])],
    pass: [example("white space between them", ['www TXT "one" two'])],
  },
};
