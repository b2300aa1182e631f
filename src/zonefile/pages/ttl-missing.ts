import { type ParserRulePage, wholeFile } from "./page.ts";

export const ttlMissing: ParserRulePage = {
  explanation:
    "BIND takes the SOA's minimum for a TTL, and warns; Knot, NSD, ldns and PowerDNS take 3600. The " +
    "minimum says how long a name is remembered not to exist, and is no default any more. The fix adds a " +
    "`$TTL` with the value that is in use. Where the SOA comes later, there is nothing to take, and it is " +
    "an error.",
  examples: {
    fail: [
      wholeFile("neither of them", [
        "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h ;! ttl-missing @",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
    pass: [
      wholeFile("$TTL at the top", [
        "$TTL 1h",
        "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
  },
};
