import { type ParserRulePage, wholeFile } from "./page.ts";

export const rrMergeConflictMarker: ParserRulePage = {
  explanation:
    "The file was committed in the middle of a merge, and holds both sides: servers refuse it. Keep what " +
    'is meant of the two, and delete the lines that start with seven "<", "|", "=" or ">". A record in ' +
    "parentheses that has such a line inside is not read.",
  examples: {
    fail: [
      wholeFile(
        "two sides of an SOA",
        [
          "$TTL 1h",
          "@ SOA ns1.example.com. hostmaster.example.com. (",
          "<<<<<<< HEAD",
          "  2026010101 ; serial",
          "=======",
          "  2026010102 ; serial",
          ">>>>>>> add-web",
          "  4h 1h 14d 1h )",
          "@ NS ns1.example.com.",
          "@ NS ns2.example.com.",
        ],
        {
          found: [
            "3:1 rr-merge-conflict-marker",
            "5:1 rr-merge-conflict-marker",
            "7:1 rr-merge-conflict-marker",
          ],
        },
      ),
    ],
    pass: [
      wholeFile("one side", [
        "$TTL 1h",
        "@ SOA ns1.example.com. hostmaster.example.com. (",
        "  2026010102 ; serial",
        "  4h 1h 14d 1h )",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
  },
};
