import { example, type ParserRulePage } from "./page.ts";

export const ttlDirectiveInvalid: ParserRulePage = {
  explanation:
    "It takes one argument: seconds from 0 to 2147483647, or a time such as 1h30m, with w, d, h, m and s. " +
    "BIND, Knot and NSD refuse anything else; PowerDNS 4.7 reads only the first part of a time with " +
    "several.",
  examples: {
    fail: [
      example("a unit that does not exist, and a template", [
        "$TTL 1y ;! ttl-directive-invalid 1y",
        "$TTL {{ttl}} ;! ttl-directive-invalid {{ttl}}",
      ]),
    ],
    pass: [example("a time", ["$TTL 1h30m", "www A 192.0.2.1"])],
  },
};
