import { example, type ParserRulePage } from "./page.ts";

export const synUnterminatedQuote: ParserRulePage = {
  explanation:
    "BIND, Knot and NSD refuse the file; ldns and PowerDNS take what stands on the line. The finding is " +
    "at the opening quote, and reading goes on at the next line.",
  examples: {
    fail: [
      example("the second quote is missing", ['www TXT "one', "api A 192.0.2.1"], {
        found: ["5:9 syn-unterminated-quote"],
      }),
    ],
    pass: [example("both quotes", ['www TXT "one"'])],
  },
};
