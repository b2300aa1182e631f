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
  7: fc
    .constantFrom("/dns-query{?dns}", "/{dns}", "/q{?x,dns}")
    .map((path) => Uint8Array.from(Buffer.from(path))),
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

const key = someOctets;

/** Octets with their length before them, in one octet. */
function counted(content: Octets): Octets {
  return content.map((octets) => Uint8Array.of(octets.length, ...octets));
}

/** Ascending types in window blocks, `least` of them or more. */
function typeBitmap(least: number): Octets {
  const type = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 0xffff }));
  return fc.uniqueArray(type, { minLength: least, maxLength: 12 }).map((types) => {
    const windows = new Map<number, number[]>();
    for (const each of types) windows.set(each >> 8, [...(windows.get(each >> 8) ?? []), each & 0xff]);
    const blocks = [...windows].sort(([a], [b]) => a - b);
    return joined(
      blocks.map(([window, bits]) => {
        const bitmap = bitmapWith(bits);
        return Uint8Array.of(window, bitmap.length, ...bitmap);
      }),
    );
  });
}

function bitmapWith(bits: readonly number[]): Uint8Array {
  const bitmap = new Uint8Array(Math.max(-1, ...bits.map((bit) => bit >> 3)) + 1);
  for (const bit of bits) bitmap[bit >> 3]! |= 0x80 >> (bit & 7);
  return bitmap;
}

/** A type of digest and a digest as long as that type has it. */
function digest(lengths: Readonly<Record<number, number>>, least: number): Octets {
  const known = Object.entries(lengths).map(([type, length]) =>
    sequence(fc.constant(Uint8Array.of(Number(type))), octets(length)),
  );
  const other = sequence(
    fc.integer({ min: 9, max: 255 }).map((type) => Uint8Array.of(type)),
    fc.uint8Array({ minLength: least, maxLength: 70 }),
  );
  return fc.oneof(...known, other);
}

const keyDigest = sequence(octets(3), digest({ 1: 20, 2: 32, 4: 48 }, 1));
const publicKey = sequence(octets(4), key);
const signature = sequence(octets(18), name, key);

/** A gateway or relay by its kind: none, IPv4, IPv6, name. */
const endpoints: Readonly<Record<number, Octets>> = { 0: octets(0), 1: octets(4), 2: octets(16), 3: name };

const gateway = fc
  .integer({ min: 0, max: 3 })
  .chain((kind) => sequence(octets(1), fc.constant(Uint8Array.of(kind)), octets(1), endpoints[kind]!, key));
const relay = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.boolean())
  .chain(([kind, optional]) =>
    sequence(octets(1), fc.constant(Uint8Array.of(kind | (optional ? 0x80 : 0))), endpoints[kind]!),
  );

const prefix = fc
  .tuple(fc.constantFrom(1, 2), fc.boolean(), fc.nat(128), fc.uint8Array({ maxLength: 16 }))
  .map(([family, negated, length, address]) => {
    const size = family === 1 ? 4 : 16;
    const cut = address.subarray(0, size);
    const end = cut.findLastIndex((octet) => octet !== 0) + 1;
    return Uint8Array.of(
      0,
      family,
      length % (size * 8 + 1),
      end | (negated ? 0x80 : 0),
      ...cut.subarray(0, end),
    );
  });

const identity = fc
  .tuple(fc.uint8Array({ minLength: 1, maxLength: 20 }), key, fc.nat(255))
  .map(([tag, octetsOfKey, algorithm]) =>
    Uint8Array.of(tag.length, algorithm, 0, octetsOfKey.length, ...tag, ...octetsOfKey),
  );

const size = fc
  .tuple(fc.nat(9), fc.nat(9))
  .map(([digit, power]) => Uint8Array.of(digit === 0 ? 0 : digit * 16 + power));
const u32 = (least: number, most: number): Octets =>
  fc
    .integer({ min: least, max: most })
    .map((value) => Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff));
/** Thousandths of a second of arc around the middle of 32 bits. */
const angle = (degrees: number): Octets => u32(2 ** 31 - degrees * 3_600_000, 2 ** 31 + degrees * 3_600_000);

const prefixedAddress = fc.tuple(fc.nat(128), octets(16), name).map(([length, address, rest]) => {
  const suffix = address.slice(length >> 3);
  if (suffix.length > 0) suffix[0]! &= 0xff >> (length & 7);
  return joined([Uint8Array.of(length), suffix, length > 0 ? rest : new Uint8Array(0)]);
});

const digits = (most: number): Octets =>
  fc
    .string({ unit: fc.constantFrom(..."0123456789"), minLength: 4, maxLength: most })
    .map((text) => Uint8Array.from(Buffer.from(text)));

/** RDATA in wire form by mnemonic: for every codec there is. */
export const anyRdata: Readonly<Record<string, Octets>> = {
  A: octets(4),
  A6: prefixedAddress,
  AAAA: octets(16),
  AFSDB: sequence(octets(2), name),
  AMTRELAY: relay,
  APL: fc.array(prefix, { maxLength: 5 }).map(joined),
  ATMA: fc.oneof(
    sequence(
      octets(1).map(() => Uint8Array.of(0)),
      someOctets,
    ),
    sequence(
      octets(1).map(() => Uint8Array.of(1)),
      digits(20),
    ),
  ),
  AVC: strings,
  BRID: someOctets,
  CAA: sequence(octets(1), tag, fc.uint8Array({ maxLength: 600 })),
  CDNSKEY: publicKey,
  CDS: keyDigest,
  CERT: sequence(octets(5), key),
  CLA: strings,
  CNAME: name,
  CSYNC: sequence(octets(6), typeBitmap(0)),
  DHCID: someOctets,
  DLV: keyDigest,
  DNAME: name,
  DNSKEY: publicKey,
  DOA: sequence(octets(9), string, fc.uint8Array({ maxLength: 40 })),
  DS: keyDigest,
  DSYNC: sequence(octets(5), name),
  EID: someOctets,
  EUI48: octets(6),
  EUI64: octets(8),
  GPOS: sequence(string, string, string),
  HHIT: someOctets,
  HINFO: sequence(string, string),
  HIP: sequence(identity, fc.array(name, { maxLength: 3 }).map(joined)),
  HTTPS: sequence(octets(2), name, parameters),
  IPN: octets(8),
  IPSECKEY: gateway,
  ISDN: fc.oneof(string, sequence(string, string)),
  KEY: fc.oneof(
    sequence(octets(4), key).map((wire) => wire.with(0, wire[0]! & 0xbf)),
    octets(4).map((wire) => wire.with(0, wire[0]! | 0xc0)),
  ),
  KX: sequence(octets(2), name),
  L32: octets(6),
  L64: octets(10),
  LOC: sequence(
    octets(1).map(() => Uint8Array.of(0)),
    size,
    size,
    size,
    angle(90),
    angle(180),
    octets(4),
  ),
  LP: sequence(octets(2), name),
  MB: name,
  MD: name,
  MF: name,
  MG: name,
  MINFO: sequence(name, name),
  MR: name,
  MX: sequence(octets(2), name),
  NAPTR: sequence(octets(4), string, string, string, name),
  NID: octets(10),
  NIMLOC: someOctets,
  NINFO: strings,
  NS: name,
  NSAP: someOctets,
  "NSAP-PTR": name,
  NSEC: sequence(name, typeBitmap(1)),
  NSEC3: fc.oneof(
    sequence(
      octets(4).map((wire) => wire.with(0, 1)),
      counted(fc.uint8Array({ maxLength: 255 })),
      counted(octets(20)),
      typeBitmap(0),
    ),
    sequence(
      octets(4).map((wire) => wire.with(0, 2)),
      counted(fc.uint8Array({ maxLength: 8 })),
      counted(someOctets),
      typeBitmap(0),
    ),
  ),
  NSEC3PARAM: sequence(octets(4), counted(fc.uint8Array({ maxLength: 255 }))),
  NXT: sequence(name, fc.uniqueArray(fc.integer({ min: 1, max: 127 })).map(bitmapWith)),
  OPENPGPKEY: someOctets,
  PTR: name,
  PX: sequence(octets(2), name, name),
  RESINFO: strings,
  RKEY: sequence(octets(4), key).map((wire) => wire.with(0, 0).with(1, 0)),
  RP: sequence(name, name),
  RRSIG: signature.map((wire) => wire.with(3, 255)),
  RT: sequence(octets(2), name),
  SIG: signature,
  SINK: sequence(octets(3), someOctets),
  SMIMEA: sequence(octets(3), someOctets),
  SOA: sequence(name, name, octets(20)),
  SPF: strings,
  SRV: sequence(octets(6), name),
  SSHFP: sequence(octets(1), digest({ 1: 20, 2: 32 }, 1)),
  SVCB: sequence(octets(2), name, parameters),
  TA: keyDigest,
  TALINK: sequence(name, name),
  TLSA: sequence(octets(3), someOctets),
  TXT: strings,
  URI: sequence(octets(4), fc.uint8Array({ maxLength: 600 })),
  WALLET: strings,
  WKS: sequence(octets(5), fc.uniqueArray(fc.nat(0xffff), { maxLength: 9 }).map(bitmapWith)),
  X25: counted(digits(255)),
  ZONEMD: sequence(octets(5), digest({ 1: 48, 2: 64 }, 12)),
};
