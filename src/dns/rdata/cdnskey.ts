import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { publicKeyMembers } from "./members/public-key.ts";

/** CDNSKEY: the DNSKEY that a zone wants a DS of in its parent; "0 3 0 AA==" asks for none. */
export const cdnskey = {
  mnemonic: "CDNSKEY",
  code: TYPE.CDNSKEY,
  rfc: "RFC 7344 §3.2",
  ...layout(...publicKeyMembers),
  examples: [
    {
      text: "257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==",
      wire: "0101030d99db2cc14cabdc33d6d77da63a2f15f71112584f234e8d1dc428e39e8a4a97e1aa271a555dc90701e17e2a4c4b6f120b7c32d44f4ac02bd894cf2d4be7778a19",
    },
    { text: "0 3 0 AA==", wire: "0000030000" },
  ],
} as const satisfies RdataCodec;
