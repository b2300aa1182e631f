import { example, type ParserRulePage } from "./page.ts";

export const rdataLarge: ParserRulePage = {
  explanation:
    "Servers load it, but an answer with it goes over TCP only, and many programs on the way refuse one " +
    "of that size. Publish a reference to the data instead of the data.",
  examples: {
    fail: [
      example(
        "65 strings of 255 octets",
        ["www TXT ( ;! rdata-large TXT", ...Array<string>(65).fill(`  "${"x".repeat(255)}"`), ")"],
        { found: ["5:1 rrset-exceeds-udp"] },
      ),
    ],
    pass: [example("one", [`www TXT "${"x".repeat(255)}"`])],
  },
};
