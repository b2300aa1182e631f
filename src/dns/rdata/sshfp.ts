import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u8 } from "./members/integer.ts";
import { typedDigest } from "./members/typed-digest.ts";

/** SSHFP: the fingerprint of a host's SSH key. */
export const sshfp = {
  mnemonic: "SSHFP",
  code: TYPE.SSHFP,
  rfc: "RFC 4255 §3",
  ...layout(
    u8("the algorithm"),
    typedDigest("the fingerprint type", "the fingerprint", {
      lengths: new Map([
        [1, 20],
        [2, 32],
      ]),
      least: 1,
    }),
  ),
  examples: [
    {
      text: "2 1 123456789abcdef67890123456789abcdef67890",
      wire: "0201123456789abcdef67890123456789abcdef67890",
    },
  ],
} as const satisfies RdataCodec;
