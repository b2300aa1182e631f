import { example, type ParserRulePage } from "./page.ts";

export const synEmptyLabel: ParserRulePage = {
  explanation:
    "Two dots in a row, or one at the start. Only the root has an empty label, and its dot stands at the " +
    "end: every server refuses the file.",
  examples: {
    fail: [example("two dots in a row", ["www..lon A 192.0.2.1 ;! syn-empty-label www..lon"])],
    pass: [example("one", ["www.lon A 192.0.2.1"])],
  },
};
