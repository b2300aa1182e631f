import { messageOf } from "../../../base/index.ts";
import { octetsFromText, quoteOctets } from "../../escape.ts";
import { excerpt } from "../../excerpt.ts";
import type { OctetWriter } from "../../octets.ts";
import { RdataError } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";
import type { Member } from "../layout.ts";

const longestString = 255;

/** One <character-string>: at most 255 octets (RFC 1035 §3.3). */
export function stringMember(what: string): Member {
  return {
    parse: (fields, out) => parseString(fields, out, what),
    print: (wire) => quoteOctets(wire.octets(wire.u8())),
  };
}

/** All that is left, as one or more <character-string>s. */
export function stringsMember(what: string): Member {
  return {
    parse(fields, out) {
      do parseString(fields, out, what);
      while (!fields.atEnd);
    },
    print(wire) {
      if (wire.atEnd) throw new RdataError(`the RDATA is empty; ${what} is needed`);
      const texts: string[] = [];
      while (!wire.atEnd) texts.push(quoteOctets(wire.octets(wire.u8())));
      return texts.join(" ");
    },
  };
}

/** The octets of the next token, quoted or not, escapes resolved. */
export function parseOctets(fields: FieldReader, what: string): Uint8Array {
  const { text } = fields.any(what);
  try {
    return octetsFromText(text);
  } catch (error) {
    throw fields.error(`${excerpt(text)}: ${messageOf(error)}`, what);
  }
}

function parseString(fields: FieldReader, out: OctetWriter, what: string): void {
  const octets = parseOctets(fields, what);
  if (octets.length > longestString) {
    throw fields.error(
      `the string has ${octets.length} octets; one string has at most ${longestString}, so split it into several`,
      `${what} of at most ${longestString} octets`,
    );
  }
  out.u8(octets.length);
  out.octets(octets);
}
