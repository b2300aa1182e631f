import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** NS: one nameserver of a zone or a delegated subzone. */
export const ns = {
  mnemonic: "NS",
  code: TYPE.NS,
  rfc: "RFC 1035 §3.3.11",
  ...layout(nameMember("the name of a nameserver", { role: "target", compressible: true, additional: true })),
  examples: [{ text: "ns1.example.", wire: "036e7331076578616d706c6500" }],
} as const satisfies RdataCodec;
