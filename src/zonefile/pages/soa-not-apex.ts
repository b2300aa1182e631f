import { example, type ParserRulePage } from "./page.ts";

export const soaNotApex: ParserRulePage = {
  explanation:
    "A name with an SOA is the top of a zone, with a file of its own. BIND and NSD refuse the zone; Knot " +
    "and ldns take the record.",
  examples: {
    fail: [
      example("a zone inside a zone", [
        "lon SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h ;! soa-not-apex SOA",
      ]),
    ],
    pass: [example("a delegation", ["lon NS ns1.example.com.", "lon NS ns2.example.com."])],
  },
};
