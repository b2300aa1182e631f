import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { ipv4Member } from "./members/address.ts";

/** A: one IPv4 address. */
export const a = {
  mnemonic: "A",
  code: TYPE.A,
  rfc: "RFC 1035 §3.4.1",
  ...layout(ipv4Member),
  examples: [
    { text: "192.0.2.1", wire: "c0000201" },
    { text: "0.0.0.0", wire: "00000000" },
  ],
} as const satisfies RdataCodec;
