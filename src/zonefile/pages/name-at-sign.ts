import { example, type ParserRulePage } from "./page.ts";

export const nameAtSign: ParserRulePage = {
  explanation:
    "Only alone does it stand for the origin; in a name it is a character like others. BIND takes it so, " +
    "ldns takes the whole name for the origin, and Knot and NSD refuse the file. Write the name without " +
    "it.",
  examples: {
    fail: [example("before the zone's name", ['@.example.org. TXT "one" ;! name-at-sign @.example.org.'])],
    pass: [example("alone", ['@ TXT "one"'])],
  },
};
