import { example, type ParserRulePage } from "./page.ts";

export const ttlOverflow: ParserRulePage = {
  explanation:
    "It has 31 bits. BIND takes 0 for it, NSD 3600, PowerDNS a negative number, and ldns and Knot serve " +
    "it as it stands, which resolvers take for 0.",
  examples: {
    fail: [
      example("32 bits", ["www 2147483648 A 192.0.2.1 ;! ttl-overflow 2147483648 ;! ttl-high 2147483648"]),
    ],
    pass: [example("a day", ["www 1d A 192.0.2.1"])],
  },
};
