import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { hexMember } from "./members/hex.ts";
import { u8 } from "./members/integer.ts";

/** SSHFP: the fingerprint of a host's SSH key. */
export const sshfp = {
  mnemonic: "SSHFP",
  code: TYPE.SSHFP,
  rfc: "RFC 4255 §3",
  ...layout(u8("the algorithm"), u8("the fingerprint type"), hexMember("the fingerprint")),
  examples: [
    {
      text: "2 1 123456789abcdef67890123456789abcdef67890",
      wire: "0201123456789abcdef67890123456789abcdef67890",
    },
  ],
} as const satisfies RdataCodec;
