import { example, type ParserRulePage } from "./page.ts";

export const synBadEscape: ParserRulePage = {
  explanation:
    "A backslash takes the meaning from the character after it, or stands before three digits for the " +
    "octet of that value, 000 to 255. For anything else, BIND and ldns refuse the file, NSD drops the " +
    "backslash and keeps the digits, and Knot and PowerDNS let the number of a name wrap around. A " +
    "backslash itself is written twice.",
  examples: {
    fail: [
      example("a number that is no octet, and one that is too short", [
        'www TXT "\\256" ;! syn-bad-escape \\256',
        'api TXT "\\12" ;! syn-bad-escape \\12',
      ]),
    ],
    pass: [example("a quote, a backslash and an octet", ['www TXT "\\"\\\\\\065"'])],
  },
};
