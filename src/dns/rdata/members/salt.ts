import { excerpt } from "../../excerpt.ts";
import type { Member } from "../layout.ts";
import { hexOf } from "./hex.ts";
import { type Mnemonics, u8 } from "./integer.ts";

/** A salt of at most 255 octets in hexadecimal, "-" if it has none, with its length before it (RFC 5155 §3.3). */
export const saltMember: Member = {
  parse(fields, out) {
    const expected = 'the salt in hexadecimal, or "-"';
    const text = fields.word(expected);
    if (text !== "-" && !/^(?:[0-9a-f]{2}){1,255}$/i.test(text)) {
      throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
    }
    const salt = text === "-" ? new Uint8Array(0) : Buffer.from(text, "hex");
    out.u8(salt.length);
    out.octets(salt);
  },
  print: (wire) => hexOf(wire.octets(wire.u8())) || "-",
};

const hashes: Mnemonics = new Map([["SHA-1", 1]]);

/** How owner names are hashed: IANA's "DNSSEC NSEC3 Hash Algorithms". */
export const hashMember = u8("the hash algorithm", hashes);
