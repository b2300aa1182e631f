import { example, type ParserRulePage } from "./page.ts";

export const encInvisibleChar: ParserRulePage = {
  explanation:
    "It came along with text from a web page or a word processor: a space that is none, a character " +
    "without width, a curly quote, a control that turns the direction of text. Only space and tab " +
    "separate fields: BIND, NSD, ldns and PowerDNS take anything else for a part of the name or the data, " +
    "and Knot refuses it outside quotes. Inside quotes only what reorders the text around it is told. The " +
    "fix deletes the character or writes a plain quote.",
  examples: {
    fail: [
      example("a no-break space between owner and type", ["www\u00a0A 192.0.2.1"], {
        found: ["5:4 enc-invisible-char"],
      }),
      example("typographic quotes", ["www TXT \u201chello\u201d"], { found: ["5:9 enc-invisible-char"] }),
    ],
    pass: [example("typography inside a string", ['www TXT "it\u2019s fine"'])],
  },
};
