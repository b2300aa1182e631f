import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { hardwareAddress } from "./members/hardware-address.ts";

/** EUI48: a hardware address of 48 bits. */
export const eui48 = {
  mnemonic: "EUI48",
  code: TYPE.EUI48,
  rfc: "RFC 7043 §3",
  ...layout(hardwareAddress(6)),
  examples: [{ text: "00-00-5e-00-53-2a", wire: "00005e00532a" }],
} as const satisfies RdataCodec;
