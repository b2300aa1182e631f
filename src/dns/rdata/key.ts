import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { optionalKeyMember } from "./members/public-key.ts";

/** KEY: a public key; DNSKEY took its place, except in transactions. */
export const key = {
  mnemonic: "KEY",
  code: TYPE.KEY,
  rfc: "RFC 2535 §3",
  ...layout(optionalKeyMember),
  examples: [
    { text: "256 3 5 AQIDBA==", wire: "0100030501020304" },
    { text: "49408 3 8", wire: "c1000308" },
  ],
} as const satisfies RdataCodec;
