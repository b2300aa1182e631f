import { example, type ParserRulePage } from "./page.ts";

export const synFlagNames: ParserRulePage = {
  explanation:
    "The flags of a DNSKEY are a decimal number. BIND reads names as well; Knot, NSD and ldns refuse " +
    "them, and PowerDNS keeps them unread. The fix writes the number.",
  examples: {
    fail: [
      example("a key-signing key", [
        "@ DNSKEY ZONE|KSK 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ== ;! syn-flag-names ZONE|KSK",
      ]),
    ],
    pass: [
      example("the number", [
        "@ DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==",
      ]),
    ],
  },
};
