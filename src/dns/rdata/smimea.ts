import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { hexMember } from "./members/hex.ts";
import { u8 } from "./members/integer.ts";

/** SMIMEA: which certificate or key an S/MIME user has. */
export const smimea = {
  mnemonic: "SMIMEA",
  code: TYPE.SMIMEA,
  rfc: "RFC 8162 §2",
  ...layout(
    u8("the certificate usage"),
    u8("the selector"),
    u8("the matching type"),
    hexMember("the certificate association data"),
  ),
  examples: [
    {
      text: "3 1 1 0b9fa5a59eed715c26c1020c711b4f6ec42d58b0015e14337a39dad301c5afc3",
      wire: "0301010b9fa5a59eed715c26c1020c711b4f6ec42d58b0015e14337a39dad301c5afc3",
    },
  ],
} as const satisfies RdataCodec;
