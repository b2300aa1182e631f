import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** PTR: a name somewhere else, most often a host's in reverse zones. */
export const ptr = {
  mnemonic: "PTR",
  code: TYPE.PTR,
  rfc: "RFC 1035 §3.3.12",
  ...layout(nameMember("the name to point at", { role: "target", compressible: true, additional: false })),
  examples: [{ text: "host.example.", wire: "04686f7374076578616d706c6500" }],
} as const satisfies RdataCodec;
