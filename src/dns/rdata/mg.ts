import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** MG: a member of a mail group; experimental, and never used. */
export const mg = {
  mnemonic: "MG",
  code: TYPE.MG,
  rfc: "RFC 1035 §3.3.6",
  ...layout(nameMember("the name of a mailbox", { role: "mailbox", compressible: true, additional: false })),
  examples: [{ text: "member.example.", wire: "066d656d626572076578616d706c6500" }],
} as const satisfies RdataCodec;
