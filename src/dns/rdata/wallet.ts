import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { stringsMember } from "./members/string.ts";

/** WALLET: strings that name a public wallet address. */
export const wallet = {
  mnemonic: "WALLET",
  code: TYPE.WALLET,
  rfc: "IANA WALLET template, 2024-06-24",
  ...layout(stringsMember("a string")),
  examples: [{ text: '"ETH" "0x0123456789abcdef"', wire: "0345544812307830313233343536373839616263646566" }],
} as const satisfies RdataCodec;
