import { RdataError } from "../codec.ts";
import type { Member } from "../layout.ts";
import { hexOf, parseHex } from "./hex.ts";
import { type Mnemonics, parseNumber } from "./integer.ts";

/** A kind of digest: how many octets each known type has; `least` for the others. */
export interface DigestTypes {
  readonly lengths: ReadonlyMap<number, number>;
  readonly least: number;
  readonly mnemonics?: Mnemonics;
}

/** The type of a digest in 8 bits and, up to the end, the digest in hexadecimal, as long as its type is. */
export function typedDigest(typeWhat: string, digestWhat: string, types: DigestTypes): Member {
  const problem = (type: number, length: number): string | undefined => {
    const wanted = types.lengths.get(type);
    if (wanted === undefined && length >= types.least) return undefined;
    if (wanted === length) return undefined;
    const need = wanted === undefined ? `at least ${types.least}` : String(wanted);
    return `${digestWhat} has ${length} octets; type ${type} has ${need}`;
  };
  return {
    parse(fields, out) {
      const expected = `${digestWhat} in hexadecimal`;
      const type = parseNumber(fields, typeWhat, 0xff, types.mnemonics);
      const digest = parseHex(fields, expected);
      const wrong = problem(type, digest.length);
      if (wrong !== undefined) throw fields.error(wrong, expected);
      out.u8(type);
      out.octets(digest);
    },
    print(wire) {
      const type = wire.u8();
      const digest = wire.rest();
      const wrong = problem(type, digest.length);
      if (wrong !== undefined) throw new RdataError(wrong);
      return `${type} ${hexOf(digest)}`;
    },
  };
}
