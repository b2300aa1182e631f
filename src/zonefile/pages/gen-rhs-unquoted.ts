import { example, type ParserRulePage } from "./page.ts";

export const genRhsUnquoted: ParserRulePage = {
  explanation:
    "BIND takes the first word for the data, and refuses the record it makes with an error that names no " +
    "line. The fix puts the data in one pair of quotes.",
  examples: {
    fail: [
      example("preference and host", [
        "$GENERATE 1-2 h$ MX 10 m$.example.com. ;! gen-unportable $GENERATE ;! gen-rhs-unquoted 10 m$.example.com.",
      ]),
    ],
    pass: [example("in quotes", ['$GENERATE 1-2 h$ MX "10 m$.example.com." ;! gen-unportable $GENERATE'])],
  },
};
