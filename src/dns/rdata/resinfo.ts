import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { stringsMember } from "./members/string.ts";

/** RESINFO: what a resolver is able to do, as key=value strings. */
export const resinfo = {
  mnemonic: "RESINFO",
  code: TYPE.RESINFO,
  rfc: "RFC 9606 §3",
  ...layout(stringsMember("a string")),
  examples: [
    {
      text: '"qnamemin" "exterr=15-17" "infourl=https://resolver.example.com/guide"',
      wire: "08716e616d656d696e0c6578746572723d31352d31372a696e666f75726c3d68747470733a2f2f7265736f6c7665722e6578616d706c652e636f6d2f6775696465",
    },
  ],
} as const satisfies RdataCodec;
