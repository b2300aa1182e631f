import { example, type ParserRulePage } from "./page.ts";

export const synRfc3597: ParserRulePage = {
  explanation:
    "After `\\#` stand the length in octets and as many octets in hexadecimal digits. BIND and ldns refuse " +
    "anything else; NSD counts anew, and Knot takes data of a known type that is none of it.",
  examples: {
    fail: [example("fewer octets than the length says", ["www TYPE65280 \\# 4 abcdef ;! syn-rfc3597 4"])],
    pass: [example("as many", ["www TYPE65280 \\# 3 abcdef"])],
  },
};
