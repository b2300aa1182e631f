import { excerpt } from "../../excerpt.ts";
import { ipv4FromText, ipv6FromText, ipv6ToText } from "../../ip.ts";
import type { Member } from "../layout.ts";

/** An IPv4 address: four decimal numbers. */
export const ipv4Member: Member = {
  parse(fields, out) {
    const expected = "an IPv4 address";
    const text = fields.word(expected);
    const octets = ipv4FromText(text);
    if (octets === undefined)
      throw fields.error(`${excerpt(text)} is not ${expected}${hint(text)}`, expected);
    out.octets(octets);
  },
  print: (wire) => wire.octets(4).join("."),
};

/** An IPv6 address; printed as RFC 5952 says. */
export const ipv6Member: Member = {
  parse(fields, out) {
    const expected = "an IPv6 address";
    const text = fields.word(expected);
    const octets = ipv6FromText(text);
    if (octets === undefined)
      throw fields.error(`${excerpt(text)} is not ${expected}${hint(text)}`, expected);
    out.octets(octets);
  },
  print: (wire) => ipv6ToText(wire.octets(16)),
};

function hint(text: string): string {
  if (text.includes("/")) return ": an address record takes no prefix length";
  if (ipv6FromText(text)) return ": an IPv6 address belongs into an AAAA record";
  if (ipv4FromText(text)) return ": an IPv4 address belongs into an A record";
  return "";
}
