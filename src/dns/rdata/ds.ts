import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { keyDigestMembers } from "./members/key-digest.ts";

/** DS: the digest of a key of the delegated zone, at the delegation. */
export const ds = {
  mnemonic: "DS",
  code: TYPE.DS,
  rfc: "RFC 4034 §5",
  ...layout(...keyDigestMembers),
  examples: [
    {
      text: "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118",
      wire: "ec4505012bb183af5f22588179a53b0a98631fad1a292118",
    },
  ],
} as const satisfies RdataCodec;
