import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** MF: the host that forwarded mail for the owner; obsolete since RFC 973, and name servers refuse it. */
export const mf = {
  mnemonic: "MF",
  code: TYPE.MF,
  rfc: "RFC 1035 §3.3.5",
  ...layout(nameMember("the name of a mail agent", { role: "target", compressible: true, additional: true })),
  examples: [{ text: "mail.example.", wire: "046d61696c076578616d706c6500" }],
} as const satisfies RdataCodec;
