import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** MB: the host of a mailbox; experimental, and never used. */
export const mb = {
  mnemonic: "MB",
  code: TYPE.MB,
  rfc: "RFC 1035 §3.3.3",
  ...layout(nameMember("the name of a host", { role: "target", compressible: true, additional: true })),
  examples: [{ text: "host.example.", wire: "04686f7374076578616d706c6500" }],
} as const satisfies RdataCodec;
