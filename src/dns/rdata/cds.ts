import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { keyDigestMembers } from "./members/key-digest.ts";

/** CDS: the DS that a zone wants its parent to have; "0 0 0 00" asks for none. */
export const cds = {
  mnemonic: "CDS",
  code: TYPE.CDS,
  rfc: "RFC 7344 §3.1",
  ...layout(...keyDigestMembers),
  examples: [
    {
      text: "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118",
      wire: "ec4505012bb183af5f22588179a53b0a98631fad1a292118",
    },
    { text: "0 0 0 00", wire: "0000000000" },
  ],
} as const satisfies RdataCodec;
