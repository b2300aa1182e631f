import { CLASS_IN, parseTtl, TYPE, typeCode } from "../dns/index.ts";
import { ESCAPED, type Lexer, NON_ASCII, QUOTED } from "./lexer.ts";
import { isDigit } from "./octets.ts";
import { tokenText } from "./place.ts";

/** Which token of an entry is what (RFC 1035 §5.1): indexes into the lexer's tokens, -1 for what is not there. */
export class Fields {
  owner = -1;
  ttl = -1;
  /** Seconds as written, unbounded; NaN without a TTL. */
  ttlValue = Number.NaN;
  class = -1;
  classCode = CLASS_IN;
  /** The token where a type has to stand, or -1 when the entry ends before it. */
  type = -1;
  /** Undefined when that token is no type. */
  typeCode: number | undefined = undefined;
  /** The first token of the data. */
  rdata = 0;
}

/**
 * Finds TTL and class (in either order, each at most once) and type in the entry just read, after the owner, which
 * is token `owner` (-1: inherited).
 */
export function readFields(lexer: Lexer, fields: Fields, owner = lexer.indented ? -1 : 0): void {
  fields.ttl = -1;
  fields.class = -1;
  fields.type = -1;
  fields.typeCode = undefined;
  fields.ttlValue = Number.NaN;
  fields.classCode = CLASS_IN;
  fields.owner = owner;
  let at = owner + 1;
  for (; at < lexer.count; at++) {
    if (fields.ttl < 0) {
      const ttl = readTtl(lexer, at);
      if (ttl !== undefined) {
        fields.ttl = at;
        fields.ttlValue = ttl;
        continue;
      }
    }
    if (fields.class < 0) {
      const code = readClass(lexer, at);
      if (code !== undefined) {
        fields.class = at;
        fields.classCode = code;
        continue;
      }
    }
    fields.type = at;
    fields.typeCode = readType(lexer, at);
    break;
  }
  fields.rdata = at + 1;
}

/** Seconds if token `index` reads as a TTL: digits, or digits with units. Not bounded. */
export function readTtl(lexer: Lexer, index: number): number | undefined {
  const { octets } = lexer;
  const end = lexer.ends[index]!;
  let at = lexer.starts[index]!;
  if (!isDigit(octets[at]) || lexer.flags[index] !== 0) return undefined;
  let value = 0;
  for (; at < end && isDigit(octets[at]); at++) value = value * 10 + (octets[at]! - 0x30);
  return at === end ? value : parseTtl(tokenText(lexer, index));
}

const classes: Readonly<Record<string, number>> = { IN: CLASS_IN, CS: 2, CH: 3, HS: 4 };

/** The class number if token `index` reads as a class: IN, CS, CH, HS, or CLASSnnn (RFC 3597 §5). */
export function readClass(lexer: Lexer, index: number): number | undefined {
  if (lexer.flags[index] !== 0) return undefined;
  const start = lexer.starts[index]!;
  const length = lexer.ends[index]! - start;
  if (length === 2) {
    const first = lexer.octets[start]! & 0xdf;
    const second = lexer.octets[start + 1]! & 0xdf;
    if (first === 0x49 && second === 0x4e) return CLASS_IN;
    return classes[String.fromCharCode(first, second)];
  }
  if (length < 6 || length > 10) return undefined;
  const digits = /^class(\d+)$/i.exec(tokenText(lexer, index))?.[1];
  return digits === undefined || Number(digits) > 0xffff ? undefined : Number(digits);
}

const LONGEST_TYPE = 16;
const unreadable = QUOTED | ESCAPED | NON_ASCII;

/** Types of up to four octets by their letters, upper case, packed into one number: nearly every type in use. */
const packedTypes: ReadonlyMap<number, number> = new Map(
  Object.entries(TYPE)
    .filter(([mnemonic]) => mnemonic.length <= 4 && /^[A-Z]+$/.test(mnemonic))
    .map(([mnemonic, code]) => [[...mnemonic].reduce((sum, c) => sum * 256 + c.charCodeAt(0), 0), code]),
);

/** The type number if token `index` is a mnemonic or TYPEnnn (RFC 3597 §5). */
export function readType(lexer: Lexer, index: number): number | undefined {
  if (lexer.flags[index]! & unreadable) return undefined;
  const start = lexer.starts[index]!;
  const end = lexer.ends[index]!;
  if (end - start > LONGEST_TYPE) return undefined;
  if (end - start <= 4) {
    let packed = 0;
    for (let at = start; at < end; at++) {
      const value = lexer.octets[at]!;
      packed = packed * 256 + (value >= 0x61 && value <= 0x7a ? value - 0x20 : value);
    }
    const known = packedTypes.get(packed);
    if (known !== undefined) return known;
  }
  return typeCode(tokenText(lexer, index));
}
