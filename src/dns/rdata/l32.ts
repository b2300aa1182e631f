import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { ipv4Member } from "./members/address.ts";
import { u16 } from "./members/integer.ts";

/** L32: a locator of 32 bits of a host with ILNP. */
export const l32 = {
  mnemonic: "L32",
  code: TYPE.L32,
  rfc: "RFC 6742 §2.2",
  ...layout(u16("the preference"), ipv4Member),
  examples: [{ text: "10 10.1.2.0", wire: "000a0a010200" }],
} as const satisfies RdataCodec;
