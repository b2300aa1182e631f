import { example, type ParserRulePage, withoutLineEnd } from "./page.ts";

export const encNoFinalNewline: ParserRulePage = {
  explanation:
    "All servers read the record, and BIND warns: put together with another file, its last line and the " +
    "first line of that one become one. The fix ends the line.",
  examples: {
    fail: [
      withoutLineEnd(
        example("a file that ends in the middle of a line", ["www A 192.0.2.1"], {
          found: ["5:16 enc-no-final-newline"],
        }),
      ),
    ],
    pass: [example("a line end after the last record", ["www A 192.0.2.1"])],
  },
};
