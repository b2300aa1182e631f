import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { signatureMembers } from "./members/signature.ts";

/** SIG: a signature; RRSIG took its place, except in transactions. */
export const sig = {
  mnemonic: "SIG",
  code: TYPE.SIG,
  rfc: "RFC 2535 §4",
  ...layout(...signatureMembers),
  examples: [
    {
      text: "A 5 3 86400 20300322173103 20300220173103 2642 example.com. AQIDBA==",
      wire: "0001050300015180714646d7711eb9d70a52076578616d706c6503636f6d0001020304",
    },
  ],
} as const satisfies RdataCodec;
