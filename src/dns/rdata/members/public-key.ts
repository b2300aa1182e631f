import { excerpt } from "../../excerpt.ts";
import { RdataError } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";
import type { Member } from "../layout.ts";
import { dnssecAlgorithms } from "./algorithm.ts";
import { base64Member, base64Of, parseBase64 } from "./base64.ts";
import { type Mnemonics, parseNumber, u8 } from "./integer.ts";

/** Flags by name: those of RFC 2535 §3.1.2 and DNSKEY's, as BIND reads them. */
const flagNames: ReadonlyMap<string, number> = new Map([
  ["NOCONF", 0x4000],
  ["NOAUTH", 0x8000],
  ["NOKEY", 0xc000],
  ["FLAG2", 0x2000],
  ["EXTEND", 0x1000],
  ["FLAG4", 0x0800],
  ["FLAG5", 0x0400],
  ["USER", 0x0000],
  ["ZONE", 0x0100],
  ["HOST", 0x0200],
  ["NTYP3", 0x0300],
  ["FLAG8", 0x0080],
  ["REVOKE", 0x0080],
  ["FLAG9", 0x0040],
  ["FLAG10", 0x0020],
  ["FLAG11", 0x0010],
  ["KSK", 0x0001],
  ...Array.from({ length: 16 }, (_, signatory): [string, number] => [`SIG${signatory}`, signatory]),
]);

const protocols: Mnemonics = new Map([
  ["NONE", 0],
  ["TLS", 1],
  ["EMAIL", 2],
  ["DNSSEC", 3],
  ["IPSEC", 4],
  ["ALL", 255],
]);

const protocol = u8("the protocol", protocols);
const algorithm = u8("the algorithm", dnssecAlgorithms);
const what = "the public key";

const flags: Member = {
  parse: (fields, out) => out.u16(parseFlags(fields)),
  print: (wire) => String(wire.u16()),
};

/** Flags, protocol, algorithm and key: DNSKEY (RFC 4034 §2) and the types written like it. */
export const publicKeyMembers: readonly Member[] = [flags, protocol, algorithm, base64Member(what)];

/** KEY (RFC 2535 §3): the same, without a key if the flags say so. */
export const optionalKeyMember: Member = {
  parse(fields, out) {
    const value = parseFlags(fields);
    out.u16(value);
    protocol.parse(fields, out);
    algorithm.parse(fields, out);
    if (!withoutKey(value)) out.octets(parseBase64(fields, `${what} in base64`));
  },
  print(wire) {
    const value = wire.u16();
    const start = `${value} ${protocol.print(wire)} ${algorithm.print(wire)}`;
    const key = wire.rest();
    if ((key.length === 0) !== withoutKey(value)) throw new RdataError(`${what} does not fit the flags`);
    return key.length === 0 ? start : `${start} ${base64Of(key)}`;
  },
};

function withoutKey(value: number): boolean {
  return (value & 0xc000) === 0xc000;
}

/** A number of 16 bits, or names of flags joined by "|". */
function parseFlags(fields: FieldReader): number {
  if (!/^[A-Z]/i.test(fields.peek)) return parseNumber(fields, "the flags", 0xffff);
  const expected = "the flags (0 to 65535)";
  const text = fields.word(expected);
  let value = 0;
  for (const name of text.toUpperCase().split("|")) {
    const bits = flagNames.get(name);
    if (bits === undefined) throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
    value |= bits;
  }
  return value;
}
