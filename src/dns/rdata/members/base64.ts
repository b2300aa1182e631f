import { excerpt } from "../../excerpt.ts";
import { RdataError } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";
import type { Member } from "../layout.ts";

/** All that is left, as base64 (RFC 4648 §4) in any number of tokens; at least one octet. */
export function base64Member(what: string): Member {
  const expected = `${what} in base64`;
  return {
    parse: (fields, out) => out.octets(parseBase64(fields, expected)),
    print(wire) {
      const octets = wire.rest();
      if (octets.length === 0) throw new RdataError(`${what} is missing from the RDATA`);
      return base64Of(octets);
    },
  };
}

/** The octets of all tokens left, of which there has to be one; groups of four may run across tokens. */
export function parseBase64(fields: FieldReader, expected: string): Uint8Array {
  let digits = "";
  do digits += base64Word(fields, expected);
  while (!fields.atEnd);
  return octetsOfBase64(fields, digits, expected);
}

/** The octets of the next token alone. */
export function parseBase64Word(fields: FieldReader, expected: string): Uint8Array {
  return octetsOfBase64(fields, base64Word(fields, expected), expected);
}

function base64Word(fields: FieldReader, expected: string): string {
  const text = fields.word(expected);
  if (!/^[0-9a-z+/]*={0,2}$/i.test(text)) throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
  return text;
}

/** Only the one way of writing the octets is taken: padded, and no bits beyond the last octet. */
function octetsOfBase64(fields: FieldReader, digits: string, expected: string): Uint8Array {
  const octets = Buffer.from(digits, "base64");
  if (octets.length === 0 || octets.toString("base64") !== digits) {
    throw fields.error(`${excerpt(digits)} is not ${expected}: it ends too early or late`, expected);
  }
  return Uint8Array.from(octets);
}

/** Octets as base64 in one piece. */
export function base64Of(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString("base64");
}
