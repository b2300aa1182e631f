import { TYPE, typeName } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { nameMember } from "./members/name.ts";
import { bitmapOf, bitsOf, parseTypes } from "./members/type-bitmap.ts";

/** Types 1 to 127 in one bitmap that ends with the last of them. */
const types: Member = {
  parse(fields, out) {
    const codes = parseTypes(fields);
    if (codes.some((code) => code === 0 || code > 127))
      throw fields.error("NXT knows only types from 1 to 127", "a type from 1 to 127");
    out.octets(bitmapOf(codes));
  },
  print(wire) {
    const bitmap = wire.rest();
    if (bitmap.length > 16 || (bitmap[0] ?? 0) & 0x80)
      throw new RdataError("the type bitmap has to have at most 16 octets and start with a zero bit");
    if (bitmap.at(-1) === 0) throw new RdataError("the type bitmap ends in zeros");
    return bitsOf(bitmap).map(typeName).join(" ");
  },
};

/** NXT: the next owner and the types the owner has; NSEC took its place. */
export const nxt = {
  mnemonic: "NXT",
  code: TYPE.NXT,
  rfc: "RFC 2535 §5",
  ...layout(
    nameMember("the next owner's name", { role: "next", compressible: false, additional: false }),
    types,
  ),
  examples: [
    { text: "medium.foo.tld. A MX SIG NXT", wire: "066d656469756d03666f6f03746c640040010082" },
    { text: "foo.tld.", wire: "03666f6f03746c6400" },
  ],
} as const satisfies RdataCodec;
