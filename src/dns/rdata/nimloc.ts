import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { hexMember } from "./members/hex.ts";

/** NIMLOC: the locator of Nimrod; never used. */
export const nimloc = {
  mnemonic: "NIMLOC",
  code: TYPE.NIMLOC,
  rfc: "draft-ietf-nimrod-dns §4",
  ...layout(hexMember("the locator")),
  examples: [{ text: "75234159eac457", wire: "75234159eac457" }],
} as const satisfies RdataCodec;
