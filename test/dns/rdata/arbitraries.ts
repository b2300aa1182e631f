import fc from "fast-check";
import { nameToWire } from "../../../src/dns/index.ts";
import { anyName } from "../arbitraries.ts";

type Octets = fc.Arbitrary<Uint8Array>;

const octets = (count: number): Octets => fc.uint8Array({ minLength: count, maxLength: count });
const someOctets: Octets = fc.uint8Array({ minLength: 1, maxLength: 64 });
const name: Octets = anyName.map(nameToWire);
const string: Octets = fc.uint8Array({ maxLength: 255 }).map((text) => Uint8Array.of(text.length, ...text));
const strings: Octets = fc.array(string, { minLength: 1, maxLength: 5 }).map(joined);
const tag: Octets = fc
  .string({ unit: fc.constantFrom(..."abzAZ09"), minLength: 1, maxLength: 255 })
  .map((text) => Uint8Array.of(text.length, ...Buffer.from(text)));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

function sequence(...parts: readonly Octets[]): Octets {
  return fc.tuple(...parts).map(joined);
}

/** Service parameters by key, with values that are right for it. */
const parameterValues: Readonly<Record<number, Octets>> = {
  1: fc
    .array(fc.uint8Array({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 3 })
    .map((protocols) => joined(protocols.map((protocol) => Uint8Array.of(protocol.length, ...protocol)))),
  2: octets(0),
  3: octets(2),
  4: fc.array(octets(4), { minLength: 1, maxLength: 3 }).map(joined),
  5: someOctets,
  6: fc.array(octets(16), { minLength: 1, maxLength: 3 }).map(joined),
  7: someOctets,
  8: octets(0),
  9: fc.array(octets(2), { minLength: 1, maxLength: 3 }).map(joined),
  10: fc.uint8Array({ maxLength: 20 }),
  65534: fc.uint8Array({ maxLength: 20 }),
};

const u16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 0xff);

const parameters: Octets = fc
  .tuple(
    fc.subarray(Object.keys(parameterValues).map(Number)),
    fc.boolean(),
    fc.record<Record<number, Uint8Array>>(parameterValues),
  )
  .map(([chosen, mandatory, values]) => {
    const keys = chosen.filter((key) => key !== 2 || chosen.includes(1));
    const given = keys.map((key) => joined([u16(key), u16(values[key]!.length), values[key]!]));
    const all = joined(keys.map(u16));
    return joined(mandatory && keys.length > 0 ? [u16(0), u16(all.length), all, ...given] : given);
  });

/** RDATA in wire form by mnemonic: for every codec there is. */
export const anyRdata: Readonly<Record<string, Octets>> = {
  A: octets(4),
  AAAA: octets(16),
  CAA: sequence(octets(1), tag, fc.uint8Array({ maxLength: 600 })),
  CNAME: name,
  DNAME: name,
  DS: sequence(octets(4), someOctets),
  HINFO: sequence(string, string),
  HTTPS: sequence(octets(2), name, parameters),
  MX: sequence(octets(2), name),
  NAPTR: sequence(octets(4), string, string, string, name),
  NS: name,
  PTR: name,
  SOA: sequence(name, name, octets(20)),
  SPF: strings,
  SRV: sequence(octets(6), name),
  SSHFP: sequence(octets(2), someOctets),
  SVCB: sequence(octets(2), name, parameters),
  TLSA: sequence(octets(3), someOctets),
  TXT: strings,
};
