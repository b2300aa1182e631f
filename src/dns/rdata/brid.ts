import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { base64Member } from "./members/base64.ts";

/** BRID: what a drone broadcasts for Remote ID. */
export const brid = {
  mnemonic: "BRID",
  code: TYPE.BRID,
  rfc: "RFC 9886 §5.2",
  ...layout(base64Member("the data")),
  examples: [{ text: "owpi", wire: "a30a62" }],
} as const satisfies RdataCodec;
