import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { keyDigestMembers } from "./members/key-digest.ts";

/** TA: a DS without a delegation: a trust anchor; never standardised. */
export const ta = {
  mnemonic: "TA",
  code: TYPE.TA,
  rfc: "INI1999-19",
  ...layout(...keyDigestMembers),
  examples: [
    {
      text: "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118",
      wire: "ec4505012bb183af5f22588179a53b0a98631fad1a292118",
    },
  ],
} as const satisfies RdataCodec;
