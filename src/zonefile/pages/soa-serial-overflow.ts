import { type ParserRulePage, wholeFile } from "./page.ts";

export const soaSerialOverflow: ParserRulePage = {
  explanation:
    "It has 32 bits, which is room for a date and two digits: 2026010100. BIND, Knot and NSD refuse the " +
    "zone; ldns takes what is left after a division.",
  examples: {
    fail: [
      wholeFile("a date with hours, minutes and seconds", [
        "$TTL 1h",
        "@ SOA ns1.example.com. hostmaster.example.com. 20260101120000 4h 1h 14d 1h ;! soa-serial-overflow 20260101120000",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
    pass: [
      wholeFile("a date and two digits", [
        "$TTL 1h",
        "@ SOA ns1.example.com. hostmaster.example.com. 2026010100 4h 1h 14d 1h",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
  },
};
