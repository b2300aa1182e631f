import { example, type ParserRulePage } from "./page.ts";

export const nameTooLong: ParserRulePage = {
  explanation:
    "Lengths of labels and the origin count. BIND, Knot and NSD refuse the file; ldns takes such a name, " +
    "which fits into no message.",
  examples: {
    fail: [
      example("four long labels and the origin", [
        `${"x".repeat(60)}.${"x".repeat(60)}.${"x".repeat(60)}.${"x".repeat(60)} A 192.0.2.1 ;! name-too-long ${"x".repeat(60)}.${"x".repeat(60)}.${"x".repeat(60)}.${"x".repeat(60)}`,
      ]),
    ],
    pass: [example("three", [`${"x".repeat(60)}.${"x".repeat(60)}.${"x".repeat(60)} A 192.0.2.1`])],
  },
};
