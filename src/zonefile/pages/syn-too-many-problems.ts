import { example, type ParserRulePage } from "./page.ts";

export const synTooManyProblems: ParserRulePage = {
  explanation:
    "Reading stops at 1,000 errors in a zone: the file is probably no zone file. Of warnings and notes " +
    "1,000 are shown, and the others counted.",
  examples: {
    fail: [
      example("one error after another", [
        ...Array<string>(999).fill("www A x ;! syn-wrong-rdata-kind x"),
        "www A x ;! syn-wrong-rdata-kind x ;! syn-too-many-problems x",
      ]),
    ],
    pass: [example("one error", ["www A x ;! syn-wrong-rdata-kind x"])],
  },
};
