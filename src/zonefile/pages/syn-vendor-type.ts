import { example, type ParserRulePage } from "./page.ts";

export const synVendorType: ParserRulePage = {
  explanation:
    "ALIAS, ANAME, LUA and the like are in no registry: BIND, Knot, NSD and ldns cannot load a zone with " +
    "them, and PowerDNS only those it made up. At the apex, where an alias is wanted most, write " +
    "addresses, or an HTTPS record in alias form (RFC 9460).",
  examples: {
    fail: [example("an alias at the apex", ["@ ALIAS web.example.com. ;! syn-vendor-type ALIAS"])],
    pass: [example("an HTTPS record", ["@ HTTPS 0 web.example.com."])],
  },
};
