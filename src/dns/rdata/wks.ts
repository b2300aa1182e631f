import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { ipv4Member } from "./members/address.ts";
import { parseNumber, u8 } from "./members/integer.ts";
import { bitmapOf, bitsOf } from "./members/type-bitmap.ts";
import { protocolNumbers, servicePorts } from "./wks/well-known.ts";

/** The ports up to the end, by number or by the service's name; on the wire a bitmap as short as it can be. */
const ports: Member = {
  parse(fields, out) {
    const numbers: number[] = [];
    while (!fields.atEnd) numbers.push(parseNumber(fields, "a port", 0xffff, servicePorts));
    out.octets(bitmapOf(numbers));
  },
  print(wire) {
    const bitmap = wire.rest();
    if (bitmap.length > 8192 || bitmap.at(-1) === 0) {
      throw new RdataError(`the bitmap of ports is too long: ${bitmap.length} octets`);
    }
    return bitsOf(bitmap).join(" ");
  },
};

/** WKS: which services a host has, of one protocol; nothing reads it any more (RFC 1123 §2.2). */
export const wks = {
  mnemonic: "WKS",
  code: TYPE.WKS,
  rfc: "RFC 1035 §3.4.2",
  ...layout(ipv4Member, u8("the protocol", protocolNumbers), ports),
  examples: [
    { text: "192.0.2.1 6 25 80", wire: "c0000201060000004000000000000080" },
    { text: "192.0.2.1 17", wire: "c000020111" },
  ],
} as const satisfies RdataCodec;
