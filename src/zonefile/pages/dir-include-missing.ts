import { example, type ParserRulePage } from "./page.ts";

export const dirIncludeMissing: ParserRulePage = {
  explanation:
    "The path is relative to the directory of the file that includes. Every server refuses a zone with a " +
    "file missing; what it holds cannot be judged, and the zone is not deployed. A file that is made on " +
    "the server has to be in the repository too.",
  examples: {
    fail: [example("a file that is not there", ["$INCLUDE hosts.inc ;! dir-include-missing hosts.inc"])],
    pass: [
      example("one that is", ["$INCLUDE hosts.inc"], { includes: { "hosts.inc": "www A 192.0.2.1\n" } }),
    ],
  },
};
