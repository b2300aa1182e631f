import { example, type ParserRulePage } from "./page.ts";

export const synNumberRange: ParserRulePage = {
  explanation:
    "The field has 8, 16 or 32 bits. BIND and Knot refuse the file; NSD and ldns take what is left after " +
    "a division: 65536 becomes 0 without a word.",
  examples: {
    fail: [
      example("a preference of more than 16 bits, and a latitude beyond the pole", [
        "@ MX 65536 mail.example.com. ;! syn-number-range 65536",
        "lon LOC 91 0 0 N 0 0 0 E 0m ;! syn-number-range 91",
      ]),
    ],
    pass: [example("one that fits", ["@ MX 10 mail.example.com."])],
  },
};
