import { example, type ParserRulePage } from "./page.ts";

export const nameLabelTooLong: ParserRulePage = {
  explanation: "Its length has six bits in a message: BIND, Knot, NSD and ldns refuse the file.",
  examples: {
    fail: [example("64 octets", [`${"x".repeat(64)} A 192.0.2.1 ;! name-label-too-long ${"x".repeat(64)}`])],
    pass: [example("63 octets", [`${"x".repeat(63)} A 192.0.2.1`])],
  },
};
