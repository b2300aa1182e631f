import { quoteOctets } from "../escape.ts";
import { excerpt } from "../excerpt.ts";
import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { u8 } from "./members/integer.ts";
import { parseOctets } from "./members/string.ts";

/** A property's name: ASCII letters and digits, at least one; case is kept. */
const tag: Member = {
  parse(fields, out) {
    const expected = "a property tag of letters and digits";
    const text = fields.word(expected);
    if (!/^[0-9a-z]{1,255}$/i.test(text)) throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
    out.u8(text.length);
    out.octets(Buffer.from(text, "latin1"));
  },
  print(wire) {
    const text = String.fromCharCode(...wire.octets(wire.u8()));
    if (!/^[0-9a-z]+$/i.test(text)) throw new RdataError(`${excerpt(text)} is not a property tag`);
    return text;
  },
};

/** The rest of the RDATA, as one string of any length. */
const value: Member = {
  parse: (fields, out) => out.octets(parseOctets(fields, "the property's value")),
  print: (wire) => quoteOctets(wire.rest()),
};

/** CAA: which certification authorities may issue for the owner. */
export const caa = {
  mnemonic: "CAA",
  code: TYPE.CAA,
  rfc: "RFC 8659 §4",
  ...layout(u8("the flags"), tag, value),
  examples: [
    { text: '0 issue "ca.example"', wire: "0005697373756563612e6578616d706c65" },
    { text: '128 issuewild ";"', wire: "8009697373756577696c643b" },
  ],
} as const satisfies RdataCodec;
