import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { stringsMember } from "./members/string.ts";

/** NINFO: the status of a zone, in strings. */
export const ninfo = {
  mnemonic: "NINFO",
  code: TYPE.NINFO,
  rfc: "draft-reid-dnsext-zs",
  ...layout(stringsMember("a string")),
  examples: [{ text: '"status" "ok"', wire: "06737461747573026f6b" }],
} as const satisfies RdataCodec;
