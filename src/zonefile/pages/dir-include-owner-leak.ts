import { example, type ParserRulePage } from "./page.ts";

export const dirIncludeOwnerLeak: ParserRulePage = {
  explanation:
    "BIND and Knot go back to the owner from before the `$INCLUDE`, as here; NSD and PowerDNS take the " +
    "last one of the included file. Write the owner.",
  examples: {
    fail: [
      example(
        "white space after it",
        ["www A 192.0.2.1", "$INCLUDE hosts.inc", "    AAAA 2001:db8::1 ;! dir-include-owner-leak AAAA"],
        { includes: { "hosts.inc": "api A 192.0.2.2\n" } },
      ),
    ],
    pass: [
      example("the owner after it", ["www A 192.0.2.1", "$INCLUDE hosts.inc", "www AAAA 2001:db8::1"], {
        includes: { "hosts.inc": "api A 192.0.2.2\n" },
      }),
    ],
  },
};
