import { excerpt } from "../excerpt.ts";
import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { base32hexOf, octetsFromBase32hex } from "./members/base32hex.ts";
import { u8, u16 } from "./members/integer.ts";
import { hashMember, saltMember } from "./members/salt.ts";
import { typeBitmapMember } from "./members/type-bitmap.ts";

/** The hash of the next owner in base32hex, with its length before it. */
const nextOwner: Member = {
  parse(fields, out) {
    const expected = "the next hashed owner in base32hex without padding";
    const text = fields.word(expected);
    const octets = octetsFromBase32hex(text);
    if (octets === undefined || octets.length === 0 || octets.length > 255)
      throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
    out.u8(octets.length);
    out.octets(octets);
  },
  print(wire) {
    const octets = wire.octets(wire.u8());
    if (octets.length === 0) throw new RdataError("the next hashed owner is empty");
    return base32hexOf(octets);
  },
};

const members = layout(
  hashMember,
  u8("the flags"),
  u16("the number of iterations"),
  saltMember,
  nextOwner,
  typeBitmapMember("empty allowed"),
);

const sha1 = 1;
const sha1Length = 20;

/** The hash has to be as long as its algorithm makes it, where that is known. */
function checkHash(wire: Uint8Array): void {
  const length = wire[5 + wire[4]!];
  if (wire[0] === sha1 && length !== sha1Length) {
    throw new RdataError(`the next hashed owner has ${length} octets; SHA-1 makes ${sha1Length}`, {
      field: 4,
      expected: `${sha1Length} octets in base32hex`,
    });
  }
}

/** NSEC3: the next hashed owner and the types the owner has. */
export const nsec3 = {
  mnemonic: "NSEC3",
  code: TYPE.NSEC3,
  rfc: "RFC 5155 §3",
  parse(fields, origin) {
    const wire = members.parse(fields, origin);
    checkHash(wire);
    return wire;
  },
  print(wire) {
    const text = members.print(wire);
    checkHash(wire);
    return text;
  },
  names: members.names,
  examples: [
    {
      text: "1 1 12 aabbccdd 2vptu5timamqttgl4luu9kg21e0aor3s A RRSIG",
      wire: "0101000c04aabbccdd1417f3df17b2b2adaef615257de4d2020b80ac6c7c0006400000000002",
    },
    {
      text: "1 0 0 - 2t7b4g4vsa5smi47k61mv5bv1a22bojr",
      wire: "010000000014174eb2409fe28bcb4887a1836f957f0a8425e27b",
    },
  ],
} as const satisfies RdataCodec;
