import { example, type ParserRulePage, wholeFile } from "./page.ts";

export const synNoOwner: ParserRulePage = {
  explanation:
    "White space at the start of a line stands for the owner of the record before, and there is none yet. " +
    'BIND and Knot refuse the file; ldns and, for an SOA, NSD take the origin. Write "@" for the zone\'s ' +
    "own name.",
  examples: {
    fail: [
      wholeFile("an indented SOA", [
        "$TTL 1h",
        "  SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h ;! syn-no-owner SOA",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
    pass: [example("an owner that others inherit", ["www A 192.0.2.1", "    AAAA 2001:db8::1"])],
  },
};
