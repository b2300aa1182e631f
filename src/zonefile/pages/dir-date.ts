import { example, type ParserRulePage } from "./page.ts";

export const dirDate: ParserRulePage = {
  explanation:
    "BIND writes it into files of its own, to count TTLs down from there. Knot, NSD, ldns and PowerDNS " +
    "refuse the file. Delete the line.",
  examples: {
    fail: [example("a file that BIND wrote", ["$DATE 20260101000000 ;! dir-date $DATE"])],
    pass: [example("without it", ["www A 192.0.2.1"])],
  },
};
