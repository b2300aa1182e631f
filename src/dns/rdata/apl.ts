import { excerpt } from "../excerpt.ts";
import { ipv4FromText, ipv6FromText, ipv6ToText } from "../ip.ts";
import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import type { FieldReader } from "./field-reader.ts";
import { layout, type Member } from "./layout.ts";
import type { WireReader } from "./wire-reader.ts";

interface Family {
  readonly size: number;
  parse(text: string): Uint8Array | undefined;
  print(octets: Uint8Array): string;
}

/** Address families by IANA's number. */
const families: ReadonlyMap<number, Family> = new Map([
  [1, { size: 4, parse: ipv4FromText, print: (octets: Uint8Array) => octets.join(".") }],
  [2, { size: 16, parse: ipv6FromText, print: ipv6ToText }],
]);

interface Prefix {
  readonly family: number;
  readonly address: Uint8Array;
  readonly length: number;
  readonly negated: boolean;
}

const expected = "an address prefix such as 1:192.0.2.0/24 or !2:2001:db8::/32";

/** Any number of prefixes, none included; on the wire their addresses are cut after the last octet that is not 0. */
const prefixes: Member = {
  parse(fields, out) {
    while (!fields.atEnd) {
      const { family, address, length, negated } = parsePrefix(fields);
      const size = address.findLastIndex((octet) => octet !== 0) + 1;
      out.u16(family);
      out.u8(length);
      out.u8(size | (negated ? 0x80 : 0));
      out.octets(address.subarray(0, size));
    }
  },
  print(wire) {
    const texts: string[] = [];
    while (!wire.atEnd) texts.push(printPrefix(wire));
    return texts.join(" ");
  },
};

function parsePrefix(fields: FieldReader): Prefix {
  const text = fields.word(expected);
  const [, mark, number, written, bits] = /^(!?)(\d{1,5}):([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = families.get(Number(number));
  const address = family?.parse(written!);
  if (!family || !address || Number(bits) > family.size * 8)
    throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
  return { family: Number(number), address, length: Number(bits), negated: mark === "!" };
}

function printPrefix(wire: WireReader): string {
  const number = wire.u16();
  const family = families.get(number);
  const length = wire.u8();
  const head = wire.u8();
  const part = wire.octets(head & 0x7f);
  if (!family) throw new RdataError(`${number} is no address family with a form in text`);
  if (length > family.size * 8 || part.length > family.size || part.at(-1) === 0) {
    throw new RdataError("an address prefix is too long or ends in zeros");
  }
  const address = new Uint8Array(family.size);
  address.set(part);
  return `${head & 0x80 ? "!" : ""}${number}:${family.print(address)}/${length}`;
}

/** APL: a list of address prefixes. */
export const apl = {
  mnemonic: "APL",
  code: TYPE.APL,
  rfc: "RFC 3123 §4",
  ...layout(prefixes),
  examples: [
    { text: "1:192.168.32.0/21 !1:192.168.38.0/28", wire: "00011503c0a82000011c83c0a826" },
    { text: "1:224.0.0.0/4 2:ff00::/8", wire: "00010401e000020801ff" },
    { text: "", wire: "" },
  ],
} as const satisfies RdataCodec;
