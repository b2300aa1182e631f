/** A resource record type: a number from 0 to 65535. */
export type RRType = number;

/** The Internet class: the only one a zone here can have. */
export const CLASS_IN = 1;

/** Every mnemonic of IANA's "Resource Record (RR) TYPEs" registry, with its number. */
export const TYPE = {
  A: 1,
  NS: 2,
  MD: 3,
  MF: 4,
  CNAME: 5,
  SOA: 6,
  MB: 7,
  MG: 8,
  MR: 9,
  NULL: 10,
  WKS: 11,
  PTR: 12,
  HINFO: 13,
  MINFO: 14,
  MX: 15,
  TXT: 16,
  RP: 17,
  AFSDB: 18,
  X25: 19,
  ISDN: 20,
  RT: 21,
  NSAP: 22,
  "NSAP-PTR": 23,
  SIG: 24,
  KEY: 25,
  PX: 26,
  GPOS: 27,
  AAAA: 28,
  LOC: 29,
  NXT: 30,
  EID: 31,
  NIMLOC: 32,
  SRV: 33,
  ATMA: 34,
  NAPTR: 35,
  KX: 36,
  CERT: 37,
  A6: 38,
  DNAME: 39,
  SINK: 40,
  OPT: 41,
  APL: 42,
  DS: 43,
  SSHFP: 44,
  IPSECKEY: 45,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  DHCID: 49,
  NSEC3: 50,
  NSEC3PARAM: 51,
  TLSA: 52,
  SMIMEA: 53,
  HIP: 55,
  NINFO: 56,
  RKEY: 57,
  TALINK: 58,
  CDS: 59,
  CDNSKEY: 60,
  OPENPGPKEY: 61,
  CSYNC: 62,
  ZONEMD: 63,
  SVCB: 64,
  HTTPS: 65,
  DSYNC: 66,
  HHIT: 67,
  BRID: 68,
  SPF: 99,
  UINFO: 100,
  UID: 101,
  GID: 102,
  UNSPEC: 103,
  NID: 104,
  L32: 105,
  L64: 106,
  LP: 107,
  EUI48: 108,
  EUI64: 109,
  NXNAME: 128,
  TKEY: 249,
  TSIG: 250,
  IXFR: 251,
  AXFR: 252,
  MAILB: 253,
  MAILA: 254,
  ANY: 255,
  URI: 256,
  CAA: 257,
  AVC: 258,
  DOA: 259,
  AMTRELAY: 260,
  RESINFO: 261,
  WALLET: 262,
  CLA: 263,
  IPN: 264,
  TA: 32768,
  DLV: 32769,
} as const;

const codes: ReadonlyMap<string, number> = new Map(Object.entries(TYPE));
const mnemonics: ReadonlyMap<number, string> = new Map(
  Object.entries(TYPE).map(([mnemonic, code]) => [code, mnemonic]),
);

/** The mnemonic of a type, or `TYPE65280` (RFC 3597) where IANA has none. */
export function typeName(type: RRType): string {
  return mnemonics.get(type) ?? `TYPE${type}`;
}

/** The number of a type from its mnemonic or its RFC 3597 form, in any case; undefined if it is neither. */
export function typeCode(text: string): RRType | undefined {
  const upper = text.toUpperCase();
  const known = codes.get(upper);
  if (known !== undefined) return known;
  const digits = /^TYPE(\d{1,5})$/.exec(upper)?.[1];
  if (digits === undefined) return undefined;
  const code = Number(digits);
  return code <= 0xffff ? code : undefined;
}

/** Whether a type only ever stands in questions and messages, never in a zone (RFC 6895 §3.1: 0, OPT and 128 to 255). */
export function isMetaType(type: RRType): boolean {
  return type === 0 || type === TYPE.OPT || (type >= 128 && type <= 255);
}
