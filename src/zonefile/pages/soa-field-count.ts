import { type ParserRulePage, wholeFile } from "./page.ts";

export const soaFieldCount: ParserRulePage = {
  explanation:
    "Primary server, mailbox of the person in charge, serial, refresh, retry, expire, minimum: where one " +
    "is missing or too many, all after it mean something else. Servers refuse the zone. A comment inside " +
    'the parentheses needs its ";".',
  examples: {
    fail: [
      wholeFile("four numbers", [
        "$TTL 1h",
        "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d ;! soa-field-count",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
      wholeFile("six numbers", [
        "$TTL 1h",
        "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h 5m ;! soa-field-count 5m",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
    pass: [
      wholeFile("five numbers", [
        "$TTL 1h",
        "@ SOA ns1.example.com. hostmaster.example.com. (",
        "  1   ; serial",
        "  4h  ; refresh",
        "  1h  ; retry",
        "  14d ; expire",
        "  1h  ; minimum",
        ")",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
  },
};
