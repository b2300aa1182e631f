import { example, type ParserRulePage } from "./page.ts";

export const ownerIndented: ParserRulePage = {
  explanation:
    "White space at the start of a line stands for the owner of the record before. BIND, Knot and ldns " +
    "refuse the file, as the name is no type; NSD 4.6 can lose the name and give its data to that owner. " +
    "The fix moves it to column 1.",
  examples: {
    fail: [example("white space before the owner", ["  www IN A 192.0.2.1 ;! owner-indented www"])],
    pass: [example("in column 1", ["www IN A 192.0.2.1"])],
  },
};
