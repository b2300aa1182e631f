import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** NSAP-PTR: the name that belongs to an NSAP address; obsolete. */
export const nsapPtr = {
  mnemonic: "NSAP-PTR",
  code: TYPE["NSAP-PTR"],
  rfc: "RFC 1348",
  ...layout(nameMember("the name to point at", { role: "target", compressible: false, additional: false })),
  examples: [{ text: "foo.example.", wire: "03666f6f076578616d706c6500" }],
} as const satisfies RdataCodec;
