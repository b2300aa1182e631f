import { example, type ParserRulePage, wholeFile } from "./page.ts";

export const encBom: ParserRulePage = {
  explanation:
    "Some editors start a file with three octets that nobody sees. To a name server they are part of the " +
    "first word: BIND, Knot, NSD, ldns and PowerDNS refuse a zone file that starts so, and in an included " +
    "file BIND, NSD and PowerDNS take them for the start of a name. Save the file as UTF-8 without byte " +
    "order mark; the fix takes it off.",
  examples: {
    fail: [
      wholeFile(
        "a file saved with a byte order mark",
        [
          "\ufeff$TTL 1h",
          "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h",
          "@ NS ns1.example.com.",
          "@ NS ns2.example.com.",
          "www A 192.0.2.1",
        ],
        { found: ["1:1 enc-bom"] },
      ),
    ],
    pass: [example("UTF-8 without one", ['www TXT "café"'])],
  },
};
