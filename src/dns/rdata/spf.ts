import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { stringsMember } from "./members/string.ts";

/** SPF: written like TXT; obsolete since RFC 7208 §3.1, but still found in zones. */
export const spf = {
  mnemonic: "SPF",
  code: TYPE.SPF,
  rfc: "RFC 4408 §3.1.1",
  ...layout(stringsMember("a string")),
  examples: [{ text: '"v=spf1 -all"', wire: "0b763d73706631202d616c6c" }],
} as const satisfies RdataCodec;
