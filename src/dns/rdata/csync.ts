import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16, u32 } from "./members/integer.ts";
import { typeBitmapMember } from "./members/type-bitmap.ts";

/** CSYNC: which records of a zone its parent should copy. */
export const csync = {
  mnemonic: "CSYNC",
  code: TYPE.CSYNC,
  rfc: "RFC 7477 §2",
  ...layout(u32("the serial"), u16("the flags"), typeBitmapMember("empty allowed")),
  examples: [{ text: "66 3 A NS AAAA", wire: "000000420003000460000008" }],
} as const satisfies RdataCodec;
