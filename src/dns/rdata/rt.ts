import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";

/** RT: a host that forwards to the owner, the lowest preference first. */
export const rt = {
  mnemonic: "RT",
  code: TYPE.RT,
  rfc: "RFC 1183 §3.3",
  ...layout(
    u16("the preference"),
    nameMember("the name of an intermediate host", { role: "target", compressible: false, additional: true }),
  ),
  examples: [{ text: "10 relay.example.", wire: "000a0572656c6179076578616d706c6500" }],
} as const satisfies RdataCodec;
