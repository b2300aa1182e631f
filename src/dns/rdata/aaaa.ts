import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { ipv6Member } from "./members/address.ts";

/** AAAA: one IPv6 address. */
export const aaaa = {
  mnemonic: "AAAA",
  code: TYPE.AAAA,
  rfc: "RFC 3596 §2",
  ...layout(ipv6Member),
  examples: [
    { text: "2001:db8::1", wire: "20010db8000000000000000000000001" },
    { text: "::", wire: "00000000000000000000000000000000" },
    { text: "::ffff:192.0.2.1", wire: "00000000000000000000ffffc0000201" },
  ],
} as const satisfies RdataCodec;
