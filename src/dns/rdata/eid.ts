import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { hexMember } from "./members/hex.ts";

/** EID: the endpoint identifier of Nimrod; never used. */
export const eid = {
  mnemonic: "EID",
  code: TYPE.EID,
  rfc: "draft-ietf-nimrod-dns §3",
  ...layout(hexMember("the identifier")),
  examples: [{ text: "32251a03", wire: "32251a03" }],
} as const satisfies RdataCodec;
