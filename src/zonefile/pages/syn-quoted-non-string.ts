import { example, type ParserRulePage } from "./page.ts";

export const synQuotedNonString: ParserRulePage = {
  explanation:
    "Only strings are quoted. NSD takes quotes anywhere and BIND around an owner, ldns and PowerDNS make " +
    "the quotes a part of the name, and Knot refuses the file. The fix takes them off.",
  examples: {
    fail: [
      example("an owner and a preference", [
        '"www" A 192.0.2.1 ;! syn-quoted-non-string "www"',
        '@ MX "10" mail.example.com. ;! syn-quoted-non-string "10"',
      ]),
    ],
    pass: [example("quotes around a string", ['www TXT "one"'])],
  },
};
