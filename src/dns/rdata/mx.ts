import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";

/** MX: a host that takes mail for the owner, the lowest preference first; "0 ." says that none does (RFC 7505). */
export const mx = {
  mnemonic: "MX",
  code: TYPE.MX,
  rfc: "RFC 1035 §3.3.9",
  ...layout(
    u16("the preference"),
    nameMember("the name of a mail exchanger", { role: "target", compressible: true, additional: true }),
  ),
  examples: [
    { text: "10 mail.example.", wire: "000a046d61696c076578616d706c6500" },
    { text: "0 .", wire: "000000" },
  ],
} as const satisfies RdataCodec;
