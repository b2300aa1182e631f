import { excerpt } from "../excerpt.ts";
import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { hexOf } from "./members/hex.ts";

const aesa = 0;
const e164 = 1;

/** "+" and decimal digits (E.164), or hexadecimal ones (AESA); single dots may stand between digits. */
const address: Member = {
  parse(fields, out) {
    const expected = "an ATM address";
    const text = fields.word(expected);
    const digits = text.replaceAll(".", "");
    const isTelephone = /^\+\d+(?:\.\d+)*$/.test(text);
    if (!isTelephone && !(/^[0-9a-f]+(?:\.[0-9a-f]+)*$/i.test(text) && digits.length % 2 === 0)) {
      throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
    }
    out.u8(isTelephone ? e164 : aesa);
    out.octets(isTelephone ? Buffer.from(digits.slice(1), "latin1") : Buffer.from(digits, "hex"));
  },
  print(wire) {
    const format = wire.u8();
    const octets = wire.rest();
    const digits = String.fromCharCode(...octets);
    if (format === e164 && /^\d+$/.test(digits)) return `+${digits}`;
    if (format === aesa && octets.length > 0) return hexOf(octets);
    throw new RdataError("these octets are no ATM address");
  },
};

/** ATMA: the address of a host in an ATM network; obsolete. */
export const atma = {
  mnemonic: "ATMA",
  code: TYPE.ATMA,
  rfc: "ATM Forum af-dans-0152",
  ...layout(address),
  examples: [
    {
      text: "39246f00000e7c9c031200010001000012345678ff",
      wire: "0039246f00000e7c9c031200010001000012345678ff",
    },
    { text: "+61200000000", wire: "013631323030303030303030" },
  ],
} as const satisfies RdataCodec;
