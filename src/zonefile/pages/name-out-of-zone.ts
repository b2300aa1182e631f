import { example, type ParserRulePage } from "./page.ts";

export const nameOutOfZone: ParserRulePage = {
  explanation:
    "A server answers for the names of the zone only. BIND and Knot leave the record out with a warning, " +
    "NSD refuses the zone, and ldns and PowerDNS keep it. Often the final dot should not be there, or the " +
    "record belongs into another file.",
  examples: {
    fail: [
      example("a name of another domain", [
        "www.example.net. A 192.0.2.1 ;! name-out-of-zone www.example.net.",
      ]),
    ],
    pass: [example("names of this one", ["www A 192.0.2.1", "api.example.org. A 192.0.2.2"])],
  },
};
