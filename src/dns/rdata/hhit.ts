import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { base64Member } from "./members/base64.ts";

/** HHIT: a hierarchical host identity tag, with its certificate. */
export const hhit = {
  mnemonic: "HHIT",
  code: TYPE.HHIT,
  rfc: "RFC 9886 §5.1",
  ...layout(base64Member("the data")),
  examples: [{ text: "gwppM2ZmYQ==", wire: "830a6933666661" }],
} as const satisfies RdataCodec;
