import { example, type ParserRulePage } from "./page.ts";

export const dirIncludeCycle: ParserRulePage = {
  explanation:
    "BIND goes on until it runs out of open files, NSD until ten deep. Here, too, ten levels are " +
    "followed, and 1,000 inclusions in a zone.",
  examples: {
    fail: [
      example("a file that includes itself", ["$INCLUDE hosts.inc"], {
        includes: { "hosts.inc": "$INCLUDE hosts.inc ;! dir-include-cycle hosts.inc\n" },
      }),
    ],
    pass: [
      example("one that includes another", ["$INCLUDE hosts.inc"], {
        includes: { "hosts.inc": "$INCLUDE web.inc\n", "web.inc": "www A 192.0.2.1\n" },
      }),
    ],
  },
};
