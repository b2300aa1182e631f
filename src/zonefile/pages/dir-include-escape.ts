import { example, type ParserRulePage } from "./page.ts";

export const dirIncludeEscape: ParserRulePage = {
  explanation:
    "BIND, NSD and Knot would open the file on the machine they run on and quote what they cannot read of " +
    "it in their errors. It is refused here before anything is opened. Include files of the repository " +
    "only, by a relative path.",
  examples: {
    fail: [
      example("an absolute path, and one that leads out", [
        "$INCLUDE /etc/passwd ;! dir-include-escape /etc/passwd",
        "$INCLUDE ../../secret.inc ;! dir-include-escape ../../secret.inc",
      ]),
    ],
    pass: [
      example("a file beside the zone", ["$INCLUDE hosts.inc"], {
        includes: { "hosts.inc": "www A 192.0.2.1\n" },
      }),
    ],
  },
};
