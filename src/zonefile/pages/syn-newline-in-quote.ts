import { example, type ParserRulePage } from "./page.ts";

export const synNewlineInQuote: ParserRulePage = {
  explanation:
    "NSD puts a line feed into the string; BIND, Knot and ldns refuse the file. Close the quote on each " +
    "line and open it again on the next, in parentheses: programs join the strings of a record without " +
    "anything between them.",
  examples: {
    fail: [
      example("one string on two lines", ['www TXT "one', 'two"'], { found: ["5:9 syn-newline-in-quote"] }),
    ],
    pass: [example("two strings in parentheses", ['www TXT ( "one "', '  "two" )'])],
  },
};
