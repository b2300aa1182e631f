import { type ParserRulePage, wholeFile } from "./page.ts";

export const soaMissing: ParserRulePage = {
  explanation:
    "It says who answers for the zone and for how long: no server loads a zone without. A file that " +
    "others include is no zone; give it a name that no pattern for zones matches.",
  examples: {
    fail: [
      wholeFile("nameservers only", ["$TTL 1h", "@ NS ns1.example.com.", "@ NS ns2.example.com."], {
        found: ["1:1 soa-missing"],
      }),
    ],
    pass: [
      wholeFile("with an SOA", [
        "$TTL 1h",
        "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
        "@ NS ns1.example.com.",
        "@ NS ns2.example.com.",
      ]),
    ],
  },
};
