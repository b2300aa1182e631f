import { example, type ParserRulePage } from "./page.ts";

export const encNonAsciiOwner: ParserRulePage = {
  explanation:
    "A name in another script is in the DNS as its A-label, which starts with xn--. Servers do not " +
    "convert: BIND, NSD, ldns and PowerDNS serve the octets as they stand, under which no browser asks, " +
    "and Knot refuses the file. The fix writes the A-label.",
  examples: {
    fail: [
      example("an owner and a target", [
        'café TXT "open" ;! enc-non-ascii-owner café',
        "www CNAME bücher.example.com. ;! enc-non-ascii-owner bücher.example.com.",
      ]),
    ],
    pass: [example("the A-label", ['xn--caf-dma TXT "open" ;! idn-show-ulabel xn--caf-dma'])],
  },
};
