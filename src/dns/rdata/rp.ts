import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** RP: who is responsible for the owner: a mailbox, and where to find TXT records about them. */
export const rp = {
  mnemonic: "RP",
  code: TYPE.RP,
  rfc: "RFC 1183 §2.2",
  ...layout(
    nameMember("the mailbox of who is responsible", {
      role: "mailbox",
      compressible: false,
      additional: false,
    }),
    nameMember("the name of TXT records", { role: "target", compressible: false, additional: false }),
  ),
  examples: [
    { text: "hm.example. people.example.", wire: "02686d076578616d706c65000670656f706c65076578616d706c6500" },
    { text: "hm.example. .", wire: "02686d076578616d706c650000" },
  ],
} as const satisfies RdataCodec;
