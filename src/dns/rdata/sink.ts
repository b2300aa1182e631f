import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { base64Member } from "./members/base64.ts";
import { u8 } from "./members/integer.ts";

/** SINK: a place for data of other kinds; never used. */
export const sink = {
  mnemonic: "SINK",
  code: TYPE.SINK,
  rfc: "draft-eastlake-kitchen-sink §2",
  ...layout(u8("the meaning"), u8("the coding"), u8("the subcoding"), base64Member("the data")),
  examples: [{ text: "64 1 2 AQIDBA==", wire: "40010201020304" }],
} as const satisfies RdataCodec;
