import { excerpt } from "../excerpt.ts";
import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { parseOctets, stringMember } from "./members/string.ts";

const what = "an X.121 address of at least four digits";
const string = stringMember(what);

/** The address in the network's numbering plan (X.121), as one string of digits. */
const address: Member = {
  parse(fields, out) {
    const octets = parseOctets(fields, what);
    const digits = Buffer.from(octets).toString("latin1");
    if (!/^\d{4,255}$/.test(digits)) throw fields.error(`${excerpt(digits)} is not ${what}`, what);
    out.u8(octets.length);
    out.octets(octets);
  },
  print(wire) {
    const text = string.print(wire);
    if (!/^"\d{4,}"$/.test(text)) throw new RdataError(`${text} is not ${what}`);
    return text;
  },
};

/** X25: the address of a host in an X.25 network. */
export const x25 = {
  mnemonic: "X25",
  code: TYPE.X25,
  rfc: "RFC 1183 §3.1",
  ...layout(address),
  examples: [{ text: '"311061700956"', wire: "0c333131303631373030393536" }],
} as const satisfies RdataCodec;
