import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** MD: the host that delivered mail for the owner; obsolete since RFC 973, and name servers refuse it. */
export const md = {
  mnemonic: "MD",
  code: TYPE.MD,
  rfc: "RFC 1035 §3.3.4",
  ...layout(nameMember("the name of a mail agent", { role: "target", compressible: true, additional: true })),
  examples: [{ text: "mail.example.", wire: "046d61696c076578616d706c6500" }],
} as const satisfies RdataCodec;
