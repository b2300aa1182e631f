import { example, type ParserRulePage } from "./page.ts";

export const dirOriginRelative: ParserRulePage = {
  explanation:
    "BIND completes it with the origin of before, as here; Knot and NSD refuse the file, and ldns and " +
    "PowerDNS take it as if it had a final dot. The fix writes the name in full.",
  examples: {
    fail: [example("without final dot", ["$ORIGIN lon ;! dir-origin-relative lon", "www A 192.0.2.1"])],
    pass: [example("in full", ["$ORIGIN lon.example.org.", "www A 192.0.2.1"])],
  },
};
