import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { stringsMember } from "./members/string.ts";

/** TXT: one or more strings. */
export const txt = {
  mnemonic: "TXT",
  code: TYPE.TXT,
  rfc: "RFC 1035 §3.3.14",
  ...layout(stringsMember("a string")),
  examples: [
    { text: '"v=spf1 -all"', wire: "0b763d73706631202d616c6c" },
    { text: '"" "a \\"b\\" \\\\ \\200;"', wire: "000a6120226222205c20c83b" },
  ],
} as const satisfies RdataCodec;
