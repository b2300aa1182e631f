import { example, type ParserRulePage } from "./page.ts";

export const genTooLarge: ParserRulePage = {
  explanation:
    "One line may make 65,536 records, and all lines of a zone 524,288: a slip of the finger in one " +
    "number should not become millions of records. BIND has no such bound. Use several lines, or a " +
    "wildcard.",
  examples: {
    fail: [
      example("ten million", [
        "$GENERATE 0-9999999 h$ A 192.0.2.1 ;! gen-unportable $GENERATE ;! gen-too-large 0-9999999",
      ]),
    ],
    pass: [example("three", ["$GENERATE 1-3 h$ A 192.0.2.$ ;! gen-unportable $GENERATE"])],
  },
};
