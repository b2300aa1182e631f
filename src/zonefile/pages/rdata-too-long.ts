import { example, type ParserRulePage } from "./page.ts";

export const rdataTooLong: ParserRulePage = {
  explanation: "The length of a record's data has 16 bits. BIND, Knot and NSD refuse the file.",
  examples: {
    fail: [
      example(
        "257 strings of 255 octets",
        ["www TXT (", ...Array<string>(257).fill(`  "${"x".repeat(255)}"`), ")"],
        { found: ["6:3 rdata-too-long"] },
      ),
    ],
    pass: [example("one", [`www TXT "${"x".repeat(255)}"`])],
  },
};
