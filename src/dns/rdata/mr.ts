import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** MR: the new name of a mailbox; experimental, and never used. */
export const mr = {
  mnemonic: "MR",
  code: TYPE.MR,
  rfc: "RFC 1035 §3.3.8",
  ...layout(nameMember("the name of a mailbox", { role: "mailbox", compressible: true, additional: false })),
  examples: [{ text: "renamed.example.", wire: "0772656e616d6564076578616d706c6500" }],
} as const satisfies RdataCodec;
