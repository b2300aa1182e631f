import { example, type ParserRulePage } from "./page.ts";

export const soaMultiple: ParserRulePage = {
  explanation:
    "BIND and NSD refuse the zone, and NSD does even where both say the same; Knot, ldns and PowerDNS " +
    "take one of them without a word. Delete what is old.",
  examples: {
    fail: [
      example("two serials", [
        "@ SOA ns1.example.com. hostmaster.example.com. 2 4h 1h 14d 1h ;! soa-multiple SOA",
      ]),
    ],
    pass: [example("one", ["www A 192.0.2.1"])],
  },
};
