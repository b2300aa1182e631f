import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { stringMember } from "./members/string.ts";

/** GPOS: where a host is on the Earth, in decimal degrees and metres; LOC took its place. */
export const gpos = {
  mnemonic: "GPOS",
  code: TYPE.GPOS,
  rfc: "RFC 1712",
  ...layout(stringMember("the longitude"), stringMember("the latitude"), stringMember("the altitude")),
  examples: [
    { text: '"-32.6882" "116.8652" "10.0"', wire: "082d33322e36383832083131362e383635320431302e30" },
  ],
} as const satisfies RdataCodec;
