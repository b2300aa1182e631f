import { ipv6ToText } from "../ip.ts";
import { OctetWriter } from "../octets.ts";
import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member, type NameUse } from "./layout.ts";
import { ipv6Member } from "./members/address.ts";
import { parseNumber } from "./members/integer.ts";
import { parseNameField, readName } from "./members/name.ts";
import type { WireReader } from "./wire-reader.ts";

const longestPrefix = 128;
const use: NameUse = { role: "target", compressible: false, additional: false };

/** Length of the prefix, the address's bits after it (unless none are left), and who has the prefix (unless it is empty). */
const prefixedAddress: Member = {
  parse(fields, out) {
    const prefix = parseNumber(fields, "the prefix length", longestPrefix);
    out.u8(prefix);
    if (prefix < longestPrefix) {
      const address = new OctetWriter();
      ipv6Member.parse(fields, address);
      const suffix = address.done().subarray(prefix >> 3);
      suffix[0]! &= 0xff >> (prefix & 7);
      out.octets(suffix);
    }
    if (prefix > 0) parseNameField(fields, out, "the name of the prefix");
  },
  print(wire) {
    const { prefix, suffix } = readSuffix(wire);
    const texts = [String(prefix)];
    if (suffix) texts.push(ipv6ToText(suffix));
    if (prefix > 0) texts.push(wire.name());
    return texts.join(" ");
  },
  names: (wire) => (readSuffix(wire).prefix > 0 ? [readName(wire, use)] : []),
};

function readSuffix(wire: WireReader): { prefix: number; suffix: Uint8Array | undefined } {
  const prefix = wire.u8();
  if (prefix > longestPrefix) throw new RdataError(`the prefix length ${prefix} is above ${longestPrefix}`);
  if (prefix === longestPrefix) return { prefix, suffix: undefined };
  const suffix = new Uint8Array(16);
  suffix.set(wire.octets(16 - (prefix >> 3)), prefix >> 3);
  if (suffix[prefix >> 3]! & ~(0xff >> (prefix & 7)))
    throw new RdataError("the address has bits inside its prefix");
  return { prefix, suffix };
}

/** A6: an IPv6 address in parts; AAAA took its place (RFC 6563). */
export const a6 = {
  mnemonic: "A6",
  code: TYPE.A6,
  rfc: "RFC 2874 §3",
  ...layout(prefixedAddress),
  examples: [
    { text: "0 2001:db8::1", wire: "0020010db8000000000000000000000001" },
    {
      text: "64 ::1234:5678:9abc:def0 subnet-1.example.",
      wire: "40123456789abcdef0087375626e65742d31076578616d706c6500",
    },
    { text: "128 host.example.", wire: "8004686f7374076578616d706c6500" },
  ],
} as const satisfies RdataCodec;
