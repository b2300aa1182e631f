import { example, type ParserRulePage } from "./page.ts";

export const dirOriginOutOfZone: ParserRulePage = {
  explanation:
    "Relative names after it are outside as well, and are left out or refused. Most often a part of the " +
    "name is missing, or it belongs to another zone.",
  examples: {
    fail: [example("a part of the name is missing", ["$ORIGIN lon.org. ;! dir-origin-out-of-zone lon.org."])],
    pass: [
      example("below the zone, and above it", [
        "$ORIGIN lon.example.org.",
        "www A 192.0.2.1",
        "$ORIGIN org.",
        "api.example A 192.0.2.2",
      ]),
    ],
  },
};
