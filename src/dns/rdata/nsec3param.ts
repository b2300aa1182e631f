import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u8, u16 } from "./members/integer.ts";
import { hashMember, saltMember } from "./members/salt.ts";

/** NSEC3PARAM: how a zone hashes its owners. */
export const nsec3param = {
  mnemonic: "NSEC3PARAM",
  code: TYPE.NSEC3PARAM,
  rfc: "RFC 5155 §4",
  ...layout(hashMember, u8("the flags"), u16("the number of iterations"), saltMember),
  examples: [
    { text: "1 0 12 aabbccdd", wire: "0100000c04aabbccdd" },
    { text: "1 0 0 -", wire: "0100000000" },
  ],
} as const satisfies RdataCodec;
