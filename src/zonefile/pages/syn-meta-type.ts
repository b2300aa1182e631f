import { example, type ParserRulePage } from "./page.ts";

export const synMetaType: ParserRulePage = {
  explanation:
    "ANY, AXFR, IXFR, OPT, TSIG and TKEY stand in messages and never in a zone: BIND, Knot and NSD refuse " +
    "the file.",
  examples: {
    fail: [example("a question's type", ["www ANY 192.0.2.1 ;! syn-meta-type ANY"])],
    pass: [example("a type of data", ["www A 192.0.2.1"])],
  },
};
