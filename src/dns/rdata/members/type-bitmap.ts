import { excerpt } from "../../excerpt.ts";
import type { OctetWriter } from "../../octets.ts";
import { type RRType, typeCode, typeName } from "../../type.ts";
import { RdataError } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";
import type { Member } from "../layout.ts";
import type { WireReader } from "../wire-reader.ts";

const expected = "a record type";

/** The types that exist, up to the end (RFC 4034 §4.1.2). At least one, unless `empty` says there may be none. */
export function typeBitmapMember(empty: "empty allowed" | "never empty"): Member {
  return {
    parse(fields, out) {
      if (empty === "never empty" && fields.atEnd) fields.word(expected);
      writeBitmap(parseTypes(fields), out);
    },
    print(wire) {
      const types = readBitmap(wire);
      if (types.length === 0 && empty === "never empty") throw new RdataError("the list of types is empty");
      return types.map(typeName).join(" ");
    },
  };
}

/** All tokens left as types, in ascending order, each once. */
export function parseTypes(fields: FieldReader): RRType[] {
  const types = new Set<RRType>();
  while (!fields.atEnd) types.add(parseType(fields));
  return [...types].sort((a, b) => a - b);
}

function parseType(fields: FieldReader): RRType {
  const text = fields.word(expected);
  const type = typeCode(text);
  if (type === undefined) throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
  return type;
}

/** One record type, by mnemonic, as TYPEnnn or, as BIND takes it too, as a number. */
export function typeMember(what: string): Member {
  return {
    parse(fields, out) {
      const text = fields.word(what);
      const type = typeCode(/^\d+$/.test(text) ? `TYPE${Number(text)}` : text);
      if (type === undefined) throw fields.error(`${excerpt(text)} is not ${what}`, what);
      out.u16(type);
    },
    print: (wire) => typeName(wire.u16()),
  };
}

/** Ascending types as window blocks: window number, length of the bitmap, bitmap. */
function writeBitmap(types: readonly RRType[], out: OctetWriter): void {
  for (let at = 0; at < types.length; ) {
    const window = types[at]! >> 8;
    const bitmap = new Uint8Array(32);
    let last = 0;
    for (; at < types.length && types[at]! >> 8 === window; at++) {
      const low = types[at]! & 0xff;
      last = low >> 3;
      bitmap[last]! |= 0x80 >> (low & 7);
    }
    out.u8(window);
    out.u8(last + 1);
    out.octets(bitmap.subarray(0, last + 1));
  }
}

function readBitmap(wire: WireReader): RRType[] {
  const types: RRType[] = [];
  for (let last = -1; !wire.atEnd; ) {
    const window = wire.u8();
    const bitmap = wire.octets(wire.u8());
    if (window <= last) throw new RdataError("the windows of the type bitmap are not in order");
    if (bitmap.length === 0 || bitmap.length > 32 || bitmap.at(-1) === 0)
      throw new RdataError("a window of the type bitmap is empty, too long or ends in zeros");
    last = window;
    types.push(...bitsOf(bitmap).map((bit) => window * 256 + bit));
  }
  return types;
}

/** Numbers of the bits that are set, the most significant bit of the first octet being 0. */
export function bitsOf(bitmap: Uint8Array): number[] {
  const bits: number[] = [];
  for (const [index, octet] of bitmap.entries()) {
    for (let bit = 0; bit < 8; bit++) if (octet & (0x80 >> bit)) bits.push(index * 8 + bit);
  }
  return bits;
}

/** The shortest bitmap with these bits set; empty without any. */
export function bitmapOf(bits: readonly number[]): Uint8Array {
  const bitmap = new Uint8Array(bits.length === 0 ? 0 : (Math.max(...bits) >> 3) + 1);
  for (const bit of bits) bitmap[bit >> 3]! |= 0x80 >> (bit & 7);
  return bitmap;
}
