import { excerpt } from "../../excerpt.ts";
import { parseTtl } from "../../ttl.ts";
import type { Member } from "../layout.ts";

/** An unsigned decimal number of 8 bits; `what` names it in messages: "the flags". */
export function u8(what: string, mnemonics?: ReadonlyMap<string, number>): Member {
  const expected = `${what} (0 to 255)`;
  return {
    parse(fields, out) {
      const text = fields.word(expected);
      const value = mnemonics?.get(text.toUpperCase()) ?? decimal(text);
      if (value === undefined || value > 0xff)
        throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
      out.u8(value);
    },
    print: (wire) => String(wire.u8()),
  };
}

/** An unsigned decimal number of 16 bits. */
export function u16(what: string): Member {
  const expected = `${what} (0 to 65535)`;
  return {
    parse(fields, out) {
      const text = fields.word(expected);
      const value = decimal(text);
      if (value === undefined || value > 0xffff)
        throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
      out.u16(value);
    },
    print: (wire) => String(wire.u16()),
  };
}

/** An unsigned decimal number of 32 bits. */
export function u32(what: string): Member {
  return wide(`${what} (0 to 4294967295)`, decimal);
}

/** A number of seconds in 32 bits, written like a TTL: "3600" or "1h". */
export function period(what: string): Member {
  return wide(`${what} (seconds, or units as in 1h30m)`, parseTtl);
}

function wide(expected: string, read: (text: string) => number | undefined): Member {
  return {
    parse(fields, out) {
      const text = fields.word(expected);
      const value = read(text);
      if (value === undefined || value > 0xffffffff) {
        throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
      }
      out.u32(value);
    },
    print: (wire) => String(wire.u32()),
  };
}

function decimal(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
