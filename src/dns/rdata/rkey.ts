import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { dnssecAlgorithms } from "./members/algorithm.ts";
import { base64Member } from "./members/base64.ts";
import { u8 } from "./members/integer.ts";

/** 16 bits that are reserved and have to be zero. */
const flags: Member = {
  parse(fields, out) {
    const expected = "0 for the flags";
    if (!/^0+$/.test(fields.word(expected))) throw fields.error(`expected ${expected}`, expected);
    out.u16(0);
  },
  print(wire) {
    if (wire.u16() !== 0) throw new RdataError("the flags are not zero");
    return "0";
  },
};

/** RKEY: a key to encrypt NAPTR records with; never used. */
export const rkey = {
  mnemonic: "RKEY",
  code: TYPE.RKEY,
  rfc: "draft-reid-dnsext-rkey",
  ...layout(flags, u8("the protocol"), u8("the algorithm", dnssecAlgorithms), base64Member("the public key")),
  examples: [{ text: "0 3 8 AQIDBA==", wire: "0000030801020304" }],
} as const satisfies RdataCodec;
