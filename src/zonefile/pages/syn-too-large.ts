import { example, type ParserRulePage } from "./page.ts";

export const synTooLarge: ParserRulePage = {
  explanation:
    "With its included files, a zone may have 256 MiB of text, and 512 MiB of names and data. What comes " +
    "after is not read, so that the zone is not deployed. Split it, or leave out what is included more " +
    "than once.",
  examples: {
    fail: [
      example(
        "a file of 60 MiB, included five times",
        [
          ...Array<string>(4).fill("$INCLUDE comments.inc"),
          "$INCLUDE comments.inc ;! syn-too-large comments.inc",
        ],
        { includes: { "comments.inc": `; ${"x".repeat(61)}\n`.repeat(60 * 2 ** 14) } },
      ),
    ],
    pass: [example("once", ["$INCLUDE comments.inc"], { includes: { "comments.inc": "; nothing yet\n" } })],
  },
};
