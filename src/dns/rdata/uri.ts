import { quoteOctets } from "../escape.ts";
import { excerpt } from "../excerpt.ts";
import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { parseOctets } from "./members/string.ts";

/** The rest of the RDATA as one string of any length, in quotes (RFC 7553 §4.4). */
const target: Member = {
  parse(fields, out) {
    const expected = "the URI in quotes";
    const bare = fields.peek;
    const octets = parseOctets(fields, expected);
    if (bare !== "") throw fields.error(`${excerpt(bare)} has to be in quotes`, expected);
    out.octets(octets);
  },
  print: (wire) => quoteOctets(wire.rest()),
};

/** URI: where a service of the owner is found, the lowest priority first. */
export const uri = {
  mnemonic: "URI",
  code: TYPE.URI,
  rfc: "RFC 7553 §4",
  ...layout(u16("the priority"), u16("the weight"), target),
  examples: [
    {
      text: '10 1 "ftp://ftp1.example.com/public"',
      wire: "000a00016674703a2f2f667470312e6578616d706c652e636f6d2f7075626c6963",
    },
  ],
} as const satisfies RdataCodec;
