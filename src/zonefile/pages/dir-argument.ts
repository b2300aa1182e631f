import { example, type ParserRulePage } from "./page.ts";

export const dirArgument: ParserRulePage = {
  explanation:
    "`$ORIGIN` takes a name; `$INCLUDE` takes a file and, if one is wanted, an origin. BIND, Knot and NSD " +
    'refuse the file; ldns and PowerDNS leave out what is too much. A comment needs its ";".',
  examples: {
    fail: [
      example("none, and two", [
        "$ORIGIN ;! dir-argument",
        "$ORIGIN lon.example.org. par.example.org. ;! dir-argument par.example.org.",
      ]),
    ],
    pass: [example("one", ["$ORIGIN lon.example.org. ; London"])],
  },
};
