import { example, type ParserRulePage } from "./page.ts";

export const genRhsQuotesStripped: ParserRulePage = {
  explanation:
    "They hold the data together on the line and are no part of it: BIND makes a string of each word, " +
    "PowerDNS one of all. Write quotes that are meant for the record with a backslash.",
  examples: {
    fail: [
      example("two words", [
        '$GENERATE 1-2 h$ TXT "host $" ;! gen-unportable $GENERATE ;! gen-rhs-quotes-stripped "host $"',
      ]),
    ],
    pass: [
      example("quotes for the record", ['$GENERATE 1-2 h$ TXT "\\"host $\\"" ;! gen-unportable $GENERATE']),
    ],
  },
};
