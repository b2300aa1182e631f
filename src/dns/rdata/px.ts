import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";

/** PX: how mail addresses of X.400 and of the Internet map to each other. */
export const px = {
  mnemonic: "PX",
  code: TYPE.PX,
  rfc: "RFC 2163 §4",
  ...layout(
    u16("the preference"),
    nameMember("the Internet side of the mapping", {
      role: "target",
      compressible: false,
      additional: false,
    }),
    nameMember("the X.400 side of the mapping", { role: "target", compressible: false, additional: false }),
  ),
  examples: [
    {
      text: "10 net2.it. prmd-net2.admd-p400.c-it.",
      wire: "000a046e657432026974000970726d642d6e6574320961646d642d7034303004632d697400",
    },
  ],
} as const satisfies RdataCodec;
