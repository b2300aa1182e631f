import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";
import { typeBitmapMember } from "./members/type-bitmap.ts";

/** NSEC: the next owner in canonical order and the types the owner has. */
export const nsec = {
  mnemonic: "NSEC",
  code: TYPE.NSEC,
  rfc: "RFC 4034 §4",
  ...layout(
    nameMember("the next owner's name", { role: "next", compressible: false, additional: false }),
    typeBitmapMember("never empty"),
  ),
  examples: [
    {
      text: "host.example.com. A MX RRSIG NSEC TYPE1234",
      wire: "04686f7374076578616d706c6503636f6d000006400100000003041b000000000000000000000000000000000000000000000000000020",
    },
  ],
} as const satisfies RdataCodec;
