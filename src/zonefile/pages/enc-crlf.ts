import { example, type ParserRulePage } from "./page.ts";

export const encCrlf: ParserRulePage = {
  explanation:
    "Editors on Windows end lines so. BIND, NSD, ldns and PowerDNS read that; Knot DNS refuses the whole " +
    "file. The fix ends every line in a line feed alone, and `*.zone text eol=lf` in .gitattributes keeps " +
    "it so.",
  examples: {
    fail: [example("a line from another system", ["www A 192.0.2.1\r"], { found: ["5:16 enc-crlf"] })],
    pass: [example("lines that end in a line feed", ["www A 192.0.2.1"])],
  },
};
