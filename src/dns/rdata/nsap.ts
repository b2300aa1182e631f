import { excerpt } from "../excerpt.ts";
import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { hexOf } from "./members/hex.ts";

/** "0x" and hexadecimal digits, with dots anywhere between them. */
const address: Member = {
  parse(fields, out) {
    const expected = "an NSAP address in hexadecimal after 0x";
    const text = fields.word(expected);
    const digits = /^0x([0-9a-f.]*)$/i.exec(text)?.[1]?.replaceAll(".", "");
    if (!digits || digits.length % 2 !== 0)
      throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
    out.octets(Buffer.from(digits, "hex"));
  },
  print(wire) {
    if (wire.atEnd) throw new RdataError("the NSAP address is missing from the RDATA");
    return `0x${hexOf(wire.rest())}`;
  },
};

/** NSAP: the address of a host in an OSI network; obsolete. */
export const nsap = {
  mnemonic: "NSAP",
  code: TYPE.NSAP,
  rfc: "RFC 1706 §5",
  ...layout(address),
  examples: [
    { text: "0x47000580005a0000000001e133ffffff00016100", wire: "47000580005a0000000001e133ffffff00016100" },
  ],
} as const satisfies RdataCodec;
