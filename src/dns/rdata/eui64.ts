import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { hardwareAddress } from "./members/hardware-address.ts";

/** EUI64: a hardware address of 64 bits. */
export const eui64 = {
  mnemonic: "EUI64",
  code: TYPE.EUI64,
  rfc: "RFC 7043 §4",
  ...layout(hardwareAddress(8)),
  examples: [{ text: "00-00-5e-ef-10-00-00-2a", wire: "00005eef1000002a" }],
} as const satisfies RdataCodec;
