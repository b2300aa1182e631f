import { excerpt } from "../../excerpt.ts";
import { RdataError } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";
import type { Member } from "../layout.ts";

/** All that is left, as hexadecimal digits in any number of tokens; at least one octet. */
export function hexMember(what: string): Member {
  const expected = `${what} in hexadecimal`;
  return {
    parse: (fields, out) => out.octets(parseHex(fields, expected)),
    print(wire) {
      const octets = wire.rest();
      if (octets.length === 0) throw new RdataError(`${what} is missing from the RDATA`);
      return hexOf(octets);
    },
  };
}

/** The octets of all tokens left, of which there has to be one; digits pair up across tokens. */
export function parseHex(fields: FieldReader, expected: string): Uint8Array {
  let digits = "";
  do {
    const text = fields.word(expected);
    if (!/^[0-9a-f]+$/i.test(text)) throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
    digits += text;
  } while (!fields.atEnd);
  if (digits.length % 2 !== 0) {
    throw fields.error(`${digits.length} hexadecimal digits make no whole number of octets`, expected);
  }
  return Uint8Array.from(Buffer.from(digits, "hex"));
}

/** Octets as lower-case hexadecimal digits. */
export function hexOf(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString("hex");
}
