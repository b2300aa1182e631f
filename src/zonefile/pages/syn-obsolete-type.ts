import { example, type ParserRulePage } from "./page.ts";

export const synObsoleteType: ParserRulePage = {
  explanation:
    "Nothing asks for it any more, and newer servers cannot read some of them: Knot refuses A6, WKS, MB " +
    "and others, NSD refuses A6. Publish what took its place. MD and MF are errors: BIND and Knot refuse " +
    "them, NSD and ldns make MX records of them.",
  examples: {
    fail: [
      example("what nothing reads", [
        "host X25 311061700956 ;! syn-obsolete-type X25",
        "mail MD mx.example.com. ;! syn-obsolete-type MD",
      ]),
    ],
    pass: [example("what took its place", ["mail MX 10 mx.example.com."])],
  },
};
