import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";

/** KX: a host that exchanges keys for the owner, the lowest preference first. */
export const kx = {
  mnemonic: "KX",
  code: TYPE.KX,
  rfc: "RFC 2230 §3",
  ...layout(
    u16("the preference"),
    nameMember("the name of a key exchanger", { role: "target", compressible: false, additional: true }),
  ),
  examples: [{ text: "10 kdc.example.", wire: "000a036b6463076578616d706c6500" }],
} as const satisfies RdataCodec;
