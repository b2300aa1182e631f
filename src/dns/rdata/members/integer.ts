import { excerpt } from "../../excerpt.ts";
import { parseTtl } from "../../ttl.ts";
import type { FieldReader } from "../field-reader.ts";
import type { Member } from "../layout.ts";

/** Names that a number may be given by, in upper case. */
export type Mnemonics = ReadonlyMap<string, number>;

/** An unsigned decimal number of 8 bits; `what` names it in messages: "the flags". */
export function u8(what: string, mnemonics?: Mnemonics): Member {
  return {
    parse: (fields, out) => out.u8(parseNumber(fields, what, 0xff, mnemonics)),
    print: (wire) => String(wire.u8()),
  };
}

/** An unsigned decimal number of 16 bits. */
export function u16(what: string, mnemonics?: Mnemonics): Member {
  return {
    parse: (fields, out) => out.u16(parseNumber(fields, what, 0xffff, mnemonics)),
    print: (wire) => String(wire.u16()),
  };
}

/** An unsigned decimal number of 32 bits. */
export function u32(what: string): Member {
  return {
    parse: (fields, out) => out.u32(parseNumber(fields, what, 0xffffffff)),
    print: (wire) => String(wire.u32()),
  };
}

/** A number of seconds in 32 bits, written like a TTL: "3600" or "1h". */
export function period(what: string): Member {
  const expected = `${what} (seconds, or units as in 1h30m)`;
  return {
    parse(fields, out) {
      const text = fields.word(expected);
      const value = parseTtl(text);
      if (value === undefined || value > 0xffffffff) {
        throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
      }
      out.u32(value);
    },
    print: (wire) => String(wire.u32()),
  };
}

/** The next token as an unsigned decimal number up to `largest`, or as one of the mnemonics in any case. */
export function parseNumber(
  fields: FieldReader,
  what: string,
  largest: number,
  mnemonics?: Mnemonics,
): number {
  const expected = `${what} (0 to ${largest})`;
  const text = fields.word(expected);
  const value = mnemonics?.get(text.toUpperCase()) ?? decimal(text);
  if (value === undefined || value > largest)
    throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
  return value;
}

function decimal(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
