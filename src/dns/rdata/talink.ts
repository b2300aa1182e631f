import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** TALINK: the previous and the next name in a list of trust anchors. */
export const talink = {
  mnemonic: "TALINK",
  code: TYPE.TALINK,
  rfc: "draft-wijngaards-dnsop-trust-history",
  ...layout(
    nameMember("the previous name", { role: "target", compressible: false, additional: false }),
    nameMember("the next name", { role: "target", compressible: false, additional: false }),
  ),
  examples: [{ text: "h0.example. h2.example.", wire: "026830076578616d706c6500026832076578616d706c6500" }],
} as const satisfies RdataCodec;
