import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { stringsMember } from "./members/string.ts";

/** CLA: which convergence layers a node of the Bundle Protocol has. */
export const cla = {
  mnemonic: "CLA",
  code: TYPE.CLA,
  rfc: "draft-johnson-dns-ipn-cla §3.2",
  ...layout(stringsMember("a string")),
  examples: [{ text: '"tcp-v4-v6"', wire: "097463702d76342d7636" }],
} as const satisfies RdataCodec;
