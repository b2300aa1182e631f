import { example, type ParserRulePage } from "./page.ts";

export const synClassMismatch: ParserRulePage = {
  explanation:
    "A zone has one class, which is IN but for a server's own tables. BIND, Knot and NSD refuse the file; " +
    "ldns takes the record over into the zone. Leave the class out, or write IN.",
  examples: {
    fail: [example("a record of class CH", ["www CH A 192.0.2.1 ;! syn-class-mismatch CH"])],
    pass: [example("IN, and none", ["www IN A 192.0.2.1", "api A 192.0.2.2"])],
  },
};
