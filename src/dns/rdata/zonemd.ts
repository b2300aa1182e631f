import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u8, u32 } from "./members/integer.ts";
import { typedDigest } from "./members/typed-digest.ts";

/** ZONEMD: the digest of a whole zone. */
export const zonemd = {
  mnemonic: "ZONEMD",
  code: TYPE.ZONEMD,
  rfc: "RFC 8976 §2",
  ...layout(
    u32("the serial"),
    u8("the scheme"),
    typedDigest("the hash algorithm", "the digest", {
      lengths: new Map([
        [1, 48],
        [2, 64],
      ]),
      least: 12,
    }),
  ),
  examples: [
    {
      text: "2018031900 1 1 c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c",
      wire: "7848b91c0101c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c",
    },
    { text: "2018031900 1 240 e2d523f654b9422a96c5a8f4", wire: "7848b91c01f0e2d523f654b9422a96c5a8f4" },
  ],
} as const satisfies RdataCodec;
