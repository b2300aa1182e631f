import { example, type ParserRulePage } from "./page.ts";

export const dirInheritedOwner: ParserRulePage = {
  explanation:
    "`$ORIGIN` does not change the owner: all servers give the record to the name from before it, and " +
    "BIND warns, as a reader takes it for one below the new origin. Write the owner.",
  examples: {
    fail: [
      example("white space after it", [
        "www A 192.0.2.1",
        "$ORIGIN lon.example.org.",
        "    AAAA 2001:db8::1 ;! dir-inherited-owner AAAA",
      ]),
    ],
    pass: [example('"@" after it', ["www A 192.0.2.1", "$ORIGIN lon.example.org.", "@ AAAA 2001:db8::1"])],
  },
};
