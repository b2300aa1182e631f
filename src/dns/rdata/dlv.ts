import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { keyDigestMembers } from "./members/key-digest.ts";

/** DLV: a DS outside the parent; nothing looks for it any more (RFC 8749). */
export const dlv = {
  mnemonic: "DLV",
  code: TYPE.DLV,
  rfc: "RFC 4431",
  ...layout(...keyDigestMembers),
  examples: [
    {
      text: "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118",
      wire: "ec4505012bb183af5f22588179a53b0a98631fad1a292118",
    },
  ],
} as const satisfies RdataCodec;
