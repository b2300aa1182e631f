import { TYPE } from "../dns/index.ts";
import { ESCAPED, type Lexer } from "./lexer.ts";
import { isDigit } from "./octets.ts";
import { writeIpv4, writeIpv6 } from "./plain-address.ts";
import { writePlainName } from "./plain-name.ts";

/** Room that `writePlainRdata` needs in `out`. */
export const PLAIN_RDATA_ROOM = 2048;

/**
 * Writes the data of the commonest types in their commonest form into `out` in wire form, without making an object,
 * and returns its length. -1 for anything else, faults included: the general reader then says what is to be said. The
 * two agree on all data, which a test holds them to.
 */
export function writePlainRdata(
  lexer: Lexer,
  first: number,
  type: number,
  origin: Uint8Array,
  out: Uint8Array,
): number {
  const count = lexer.count - first;
  switch (type) {
    case TYPE.A:
      if (count !== 1 || lexer.flags[first] !== 0) return -1;
      return writeIpv4(lexer.octets, lexer.starts[first]!, lexer.ends[first]!, out, 0) ? 4 : -1;
    case TYPE.AAAA:
      if (count !== 1 || lexer.flags[first] !== 0) return -1;
      return writeIpv6(lexer.octets, lexer.starts[first]!, lexer.ends[first]!, out, 0) ? 16 : -1;
    case TYPE.CNAME:
      if (count !== 1 || isDigit(lexer.octets[lexer.starts[first]!])) return -1;
      return writePlainName(lexer, first, origin, out, 0);
    case TYPE.NS:
    case TYPE.PTR:
      return count === 1 ? writePlainName(lexer, first, origin, out, 0) : -1;
    case TYPE.MX:
      if (count !== 2 || !writeNumber(lexer, first, out, 0)) return -1;
      return writePlainName(lexer, first + 1, origin, out, 2);
    case TYPE.SRV:
      if (count !== 4) return -1;
      for (let i = 0; i < 3; i++) if (!writeNumber(lexer, first + i, out, 2 * i)) return -1;
      return writePlainName(lexer, first + 3, origin, out, 6);
    case TYPE.TXT:
      return writeStrings(lexer, first, out);
    default:
      return -1;
  }
}

/** A decimal number of 16 bits. */
function writeNumber(lexer: Lexer, index: number, out: Uint8Array, at: number): boolean {
  const start = lexer.starts[index]!;
  const end = lexer.ends[index]!;
  if (lexer.flags[index] !== 0 || end - start > 5) return false;
  let value = 0;
  for (let from = start; from < end; from++) {
    const octet = lexer.octets[from]!;
    if (!isDigit(octet)) return false;
    value = value * 10 + octet - 0x30;
  }
  out[at] = value >>> 8;
  out[at + 1] = value & 0xff;
  return value <= 0xffff;
}

function writeStrings(lexer: Lexer, first: number, out: Uint8Array): number {
  if (lexer.touchingSemicolon >= 0 || lexer.count === first) return -1;
  let at = 0;
  for (let index = first; index < lexer.count; index++) {
    const start = lexer.starts[index]!;
    const end = lexer.ends[index]!;
    const length = end - start;
    if (lexer.flags[index]! & ESCAPED || length > 255 || at + length + 1 > PLAIN_RDATA_ROOM) return -1;
    out[at++] = length;
    for (let from = start; from < end; from++) out[at++] = lexer.octets[from]!;
  }
  return at;
}
