import { type ParserRulePage, wholeFile } from "./page.ts";

export const ttlRfc1035Inherit: ParserRulePage = {
  explanation:
    "A record without TTL then has the one stated last, wherever that was: moving a line changes others. " +
    "BIND, ldns and PowerDNS do so, Knot and NSD take 3600. Put a `$TTL` at the top.",
  examples: {
    fail: [
      wholeFile("the SOA's TTL goes on", [
        "@ 2h SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
        "@ NS ns1.example.com. ;! ttl-rfc1035-inherit @",
        "@ NS ns2.example.com.",
      ]),
    ],
    pass: [
      wholeFile("$TTL at the top", [
        "$TTL 2h",
        "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
  },
};
