import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { locatorMember } from "./members/locator.ts";

/** L64: a locator of 64 bits of a host with ILNP. */
export const l64 = {
  mnemonic: "L64",
  code: TYPE.L64,
  rfc: "RFC 6742 §2.3",
  ...layout(u16("the preference"), locatorMember("the locator")),
  examples: [{ text: "10 2001:db8:1140:1000", wire: "000a20010db811401000" }],
} as const satisfies RdataCodec;
