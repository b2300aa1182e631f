import { example, type ParserRulePage } from "./page.ts";

export const encNul: ParserRulePage = {
  explanation:
    "The file was saved in UTF-16, or is damaged. BIND keeps the octet, NSD cuts the string there, ldns " +
    "drops it and Knot refuses the file. Where an octet of value 0 is meant, it is written `\\000`.",
  examples: {
    fail: [example("inside a string", ['www TXT "a\u0000b"'], { found: ["5:11 enc-nul"] })],
    pass: [example("an octet of value 0, written as an escape", ['www TXT "a\\000b"'])],
  },
};
