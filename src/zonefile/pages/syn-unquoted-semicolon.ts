import { example, type ParserRulePage } from "./page.ts";

export const synUnquotedSemicolon: ParserRulePage = {
  explanation:
    "The data ends there, and servers load what is left without a word: a policy without its policy, a CA " +
    "without its conditions. The fix quotes the string. Where a comment is meant, put white space before " +
    "it.",
  examples: {
    fail: [
      example("a policy and a CA with conditions", [
        "_dmarc TXT v=DMARC1; p=none ;! syn-unquoted-semicolon ; ;! dmarc-syntax v=DMARC1",
        "@ CAA 0 issue ca.example.net; policy=ev ;! syn-unquoted-semicolon ;",
      ]),
    ],
    pass: [example("quotes, and a comment", ['_dmarc TXT "v=DMARC1; p=none"', "www TXT one ; a comment"])],
  },
};
