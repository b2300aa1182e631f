import { excerpt } from "../excerpt.ts";
import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { base64Of, parseBase64Word } from "./members/base64.ts";
import { hexOf } from "./members/hex.ts";
import { parseNumber } from "./members/integer.ts";
import { namesMember } from "./members/name.ts";

/** Algorithm, host identity tag and public key, each of the latter in one token; on the wire lengths come first. */
const identity: Member = {
  parse(fields, out) {
    const algorithm = parseNumber(fields, "the public key algorithm", 0xff);
    const expected = "the host identity tag in hexadecimal";
    const text = fields.word(expected);
    if (!/^(?:[0-9a-f]{2}){1,255}$/i.test(text))
      throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
    const tag = Buffer.from(text, "hex");
    const key = parseBase64Word(fields, "the public key in base64");
    out.u8(tag.length);
    out.u8(algorithm);
    out.u16(key.length);
    out.octets(tag);
    out.octets(key);
  },
  print(wire) {
    const tagLength = wire.u8();
    const algorithm = wire.u8();
    const keyLength = wire.u16();
    if (tagLength === 0 || keyLength === 0)
      throw new RdataError("the host identity tag or the key is missing");
    return `${algorithm} ${hexOf(wire.octets(tagLength))} ${base64Of(wire.octets(keyLength))}`;
  },
};

/** HIP: the identity of a host, and the servers through which it is met. */
export const hip = {
  mnemonic: "HIP",
  code: TYPE.HIP,
  rfc: "RFC 8005 §5",
  ...layout(
    identity,
    namesMember("the name of a rendezvous server", {
      role: "target",
      compressible: false,
      additional: false,
    }),
  ),
  examples: [
    {
      text: "2 200100107b1a74df365639cc39f1d578 AwEAAbdxyhNuSutc",
      wire: "1002000c200100107b1a74df365639cc39f1d57803010001b771ca136e4aeb5c",
    },
    {
      text: "2 200100107b1a74df365639cc39f1d578 AwEAAbdxyhNuSutc rvs1.example.com. rvs2.example.com.",
      wire: "1002000c200100107b1a74df365639cc39f1d57803010001b771ca136e4aeb5c0472767331076578616d706c6503636f6d000472767332076578616d706c6503636f6d00",
    },
  ],
} as const satisfies RdataCodec;
