import { example, type ParserRulePage } from "./page.ts";

export const txtStringTooLong: ParserRulePage = {
  explanation:
    "A string has one octet for its length. BIND, NSD and ldns refuse the file; Knot 3.2 cuts the string " +
    "itself. Long values, such as keys for DKIM, are written as several strings, which their readers join " +
    "with nothing between them. The fix splits it.",
  examples: {
    fail: [
      example("a key for DKIM in one string", [
        `k1._domainkey TXT "v=DKIM1; p=${"x".repeat(300)}" ;! txt-string-too-long "v=DKIM1; p=${"x".repeat(300)}"`,
      ]),
    ],
    pass: [example("in two strings", [`www TXT ( "${"x".repeat(255)}"`, `  "${"x".repeat(45)}" )`])],
  },
};
