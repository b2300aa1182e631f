import { example, type ParserRulePage } from "./page.ts";

export const synUnknownDirective: ParserRulePage = {
  explanation:
    "There are `$ORIGIN`, `$INCLUDE`, `$TTL` (RFC 2308) and BIND's `$GENERATE`. BIND, Knot and PowerDNS " +
    "refuse the file. NSD 4.6 only warns, and reads the rest of the line as a record of the owner before. " +
    "A name that starts with a dollar sign is written `\\$`.",
  examples: {
    fail: [example("a mistyped one", ["$ORGIN example.org. ;! syn-unknown-directive $ORGIN"])],
    pass: [example("a known one, and a name with a dollar sign", ["$ORIGIN example.org.", '\\$x TXT "one"'])],
  },
};
