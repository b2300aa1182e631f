import { example, type ParserRulePage } from "./page.ts";

export const encBareCr: ParserRulePage = {
  explanation:
    "Nothing shows it, and servers differ on what it is: BIND and NSD end the line there, so that what " +
    "follows is a record of its own; ldns and PowerDNS go on in the same record; Knot refuses the file. " +
    "End the line properly, or delete the character.",
  examples: {
    fail: [
      example("two records on what looks like one line", ["www A 192.0.2.1\rapi A 192.0.2.2"], {
        found: ["5:16 enc-bare-cr"],
      }),
    ],
    pass: [example("each on its own line", ["www A 192.0.2.1", "api A 192.0.2.2"])],
  },
};
