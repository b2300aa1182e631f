import { example, type ParserRulePage } from "./page.ts";

export const synWrongRdataKind: ParserRulePage = {
  explanation:
    "A name in an A record, an address of the other family, a prefix in AAAA, a template that was not " +
    "filled in: servers refuse the file, but for a CNAME to an address, which all of them load as a name " +
    "of four labels that does not exist. The fix makes the type fit the data where that is certain.",
  examples: {
    fail: [
      example("a name, a prefix, an address, and what a template left", [
        "www A web.example.com. ;! syn-wrong-rdata-kind web.example.com.",
        "api AAAA 2001:db8::1/64 ;! syn-wrong-rdata-kind 2001:db8::1/64",
        "old CNAME 192.0.2.1 ;! syn-wrong-rdata-kind 192.0.2.1",
        "new A {{ip}} ;! syn-wrong-rdata-kind {{ip}}",
      ]),
      example("a leading zero, half a digest, and a parameter that is mandatory and not there", [
        "www A 192.0.2.01 ;! syn-wrong-rdata-kind 192.0.2.01",
        "lon DS 12345 13 2 abab ;! syn-wrong-rdata-kind abab",
        "@ HTTPS 1 . mandatory=alpn ;! syn-wrong-rdata-kind mandatory=alpn",
      ]),
    ],
    pass: [
      example("types that fit", ["www CNAME web.example.com.", "api AAAA 2001:db8::1", "old A 192.0.2.1"]),
    ],
  },
};
