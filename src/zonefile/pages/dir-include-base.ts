import { example, type ParserRulePage } from "./page.ts";

export const dirIncludeBase: ParserRulePage = {
  explanation:
    "In a file of another directory, the path is relative to that directory for Knot and here; BIND, NSD " +
    "and PowerDNS start from where they run. Keep files that include others in the zone's directory, " +
    "where both are the same.",
  examples: {
    fail: [
      example("a file of a directory that includes another", ["$INCLUDE lon/hosts.inc"], {
        includes: {
          "lon/hosts.inc": "$INCLUDE web.inc ;! dir-include-base web.inc\n",
          "lon/web.inc": "www A 192.0.2.1\n",
        },
      }),
    ],
    pass: [
      example("both included by the zone", ["$INCLUDE lon/hosts.inc", "$INCLUDE lon/web.inc"], {
        includes: { "lon/hosts.inc": "api A 192.0.2.2\n", "lon/web.inc": "www A 192.0.2.1\n" },
      }),
    ],
  },
};
