import { example, type ParserRulePage } from "./page.ts";

export const genUnportable: ParserRulePage = {
  explanation:
    "BIND and PowerDNS read it; Knot, NSD and ldns refuse the file. `zonewright compile` writes the " +
    "records out.",
  examples: {
    fail: [example("two records in a line", ["$GENERATE 1-2 h$ A 192.0.2.$ ;! gen-unportable $GENERATE"])],
    pass: [example("written out", ["h1 A 192.0.2.1", "h2 A 192.0.2.2"])],
  },
};
