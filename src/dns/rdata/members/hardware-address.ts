import { excerpt } from "../../excerpt.ts";
import type { Member } from "../layout.ts";
import { hexOf } from "./hex.ts";

/** An EUI of `size` octets: pairs of hexadecimal digits joined by "-" (RFC 7043). */
export function hardwareAddress(size: number): Member {
  const expected = `${size} pairs of hexadecimal digits joined by "-"`;
  const form = new RegExp(`^(?:[0-9a-f]{2}(?:-|$)){${size}}(?<!-)$`, "i");
  return {
    parse(fields, out) {
      const text = fields.word(expected);
      if (!form.test(text)) throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
      out.octets(Buffer.from(text.replaceAll("-", ""), "hex"));
    },
    print: (wire) => Array.from(wire.octets(size), (octet) => hexOf(Uint8Array.of(octet))).join("-"),
  };
}
