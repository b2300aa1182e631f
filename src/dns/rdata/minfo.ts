import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** MINFO: who is responsible for a mailing list, and where its errors go; experimental, and never used. */
export const minfo = {
  mnemonic: "MINFO",
  code: TYPE.MINFO,
  rfc: "RFC 1035 §3.3.7",
  ...layout(
    nameMember("the mailbox of who is responsible", {
      role: "mailbox",
      compressible: true,
      additional: false,
    }),
    nameMember("the mailbox for errors", { role: "mailbox", compressible: true, additional: false }),
  ),
  examples: [
    {
      text: "owner.example. errors.example.",
      wire: "056f776e6572076578616d706c6500066572726f7273076578616d706c6500",
    },
  ],
} as const satisfies RdataCodec;
