import { example, type ParserRulePage } from "./page.ts";

export const dirIncludeTtlLeak: ParserRulePage = {
  explanation:
    "BIND, PowerDNS and NSD before 4.11 keep it for what follows the `$INCLUDE`; Knot and newer NSD go " +
    "back to the `$TTL` of before. Here it stays, as in BIND. Write a `$TTL` after the `$INCLUDE`, or " +
    "TTLs in the included file.",
  examples: {
    fail: [
      example("a record after it", ["$INCLUDE hosts.inc", "api A 192.0.2.2 ;! dir-include-ttl-leak"], {
        includes: { "hosts.inc": "$TTL 5m\nwww A 192.0.2.1\n" },
      }),
    ],
    pass: [
      example("a $TTL after it", ["$INCLUDE hosts.inc", "$TTL 1h", "api A 192.0.2.2"], {
        includes: { "hosts.inc": "$TTL 5m\nwww A 192.0.2.1\n" },
      }),
    ],
  },
};
