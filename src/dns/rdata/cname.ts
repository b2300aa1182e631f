import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** CNAME: the name its owner is an alias of. */
export const cname = {
  mnemonic: "CNAME",
  code: TYPE.CNAME,
  rfc: "RFC 1035 §3.3.1",
  ...layout(
    nameMember("the name an alias stands for", { role: "target", compressible: true, additional: false }),
  ),
  examples: [{ text: "www.example.", wire: "03777777076578616d706c6500" }],
} as const satisfies RdataCodec;
