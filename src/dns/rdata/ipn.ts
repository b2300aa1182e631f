import { excerpt } from "../excerpt.ts";
import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout, type Member } from "./layout.ts";

/** An unsigned decimal number of 64 bits. */
const node: Member = {
  parse(fields, out) {
    const expected = "the node number (0 to 18446744073709551615)";
    const text = fields.word(expected);
    if (!/^\d{1,20}$/.test(text) || BigInt(text) > 0xffffffffffffffffn)
      throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
    out.u32(Number(BigInt(text) >> 32n));
    out.u32(Number(BigInt(text) & 0xffffffffn));
  },
  print: (wire) => String((BigInt(wire.u32()) << 32n) | BigInt(wire.u32())),
};

/** IPN: the number of a node of the Bundle Protocol. */
export const ipn = {
  mnemonic: "IPN",
  code: TYPE.IPN,
  rfc: "draft-johnson-dns-ipn-cla §3.1",
  ...layout(node),
  examples: [{ text: "977000", wire: "00000000000ee868" }],
} as const satisfies RdataCodec;
