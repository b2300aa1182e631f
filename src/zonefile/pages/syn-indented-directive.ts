import { example, type ParserRulePage } from "./page.ts";

export const synIndentedDirective: ParserRulePage = {
  explanation:
    "White space at the start of a line says that its record has the owner of the one before; the " +
    "directive is then read as a type, and every server refuses the file. The fix moves it to column 1.",
  examples: {
    fail: [example("an indented $TTL", ["  $TTL 300 ;! syn-indented-directive $TTL"])],
    pass: [example("in column 1", ["$TTL 300", "www A 192.0.2.1"])],
  },
};
