import { hash } from "node:crypto";
import { TYPE, type Zone } from "../../dns/index.ts";

/** How a zone hashes its owners (RFC 5155 §4.1). */
export interface HashParameters {
  readonly algorithm: number;
  readonly iterations: number;
  readonly salt: Uint8Array;
}

/** NSEC3PARAM RDATA, or the start of NSEC3 RDATA. */
export interface Nsec3Param extends HashParameters {
  readonly row: number;
  readonly flags: number;
}

/** A record of an NSEC3 chain (RFC 5155 §3). */
export interface Nsec3 extends Nsec3Param {
  /** The hash that is its owner's first label, as latin1. */
  readonly hash: string;
  readonly next: string;
  readonly bitmap: Uint8Array;
}

export const OPT_OUT = 1;
/** The only hash there is: SHA-1. */
export const SHA1 = 1;

/** Undefined where the data is too short. */
export function readParameters(zone: Zone, row: number): Nsec3Param | undefined {
  const rdata = zone.rdata(row);
  if (rdata.length < 5 || rdata.length < 5 + rdata[4]!) return undefined;
  return {
    row,
    algorithm: rdata[0]!,
    flags: rdata[1]!,
    iterations: rdata[2]! * 256 + rdata[3]!,
    salt: rdata.subarray(5, 5 + rdata[4]!),
  };
}

/** Undefined where the data is too short, or the owner's first label is no hash directly below the apex. */
export function readNsec3(zone: Zone, row: number): Nsec3 | undefined {
  const parameters = readParameters(zone, row);
  const { owner, names } = zone.columns;
  const name = names.octets.subarray(names.start[owner[row]!], names.start[owner[row]! + 1]);
  const hashed = octetsOfBase32hex(name.subarray(1, 1 + name[0]!));
  if (!parameters || hashed === undefined || name.length !== 1 + name[0]! + zone.apexWire.length)
    return undefined;
  const rdata = zone.rdata(row);
  const nextAt = 5 + parameters.salt.length;
  const end = nextAt + 1 + (rdata[nextAt] ?? 0);
  if (end > rdata.length) return undefined;
  return {
    ...parameters,
    hash: hashed,
    next: latin1(rdata.subarray(nextAt + 1, end)),
    bitmap: rdata.subarray(end),
  };
}

export function isSameHash(a: HashParameters, b: HashParameters): boolean {
  return a.algorithm === b.algorithm && a.iterations === b.iterations && Buffer.compare(a.salt, b.salt) === 0;
}

/** The hash of an owner in wire form and lower case, as latin1 (RFC 5155 §5). */
export function hashOf(owner: Uint8Array, { iterations, salt }: HashParameters): string {
  let octets: Uint8Array = hash("sha1", Buffer.concat([owner, salt]), "buffer");
  for (let round = 0; round < iterations; round += 1)
    octets = hash("sha1", Buffer.concat([octets, salt]), "buffer");
  return latin1(octets);
}

/** The parameters at the apex. */
export function apexParameters(zone: Zone): readonly Nsec3Param[] {
  return zone.rowsWire(zone.apexWire, 0, TYPE.NSEC3PARAM).flatMap((row) => readParameters(zone, row) ?? []);
}

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

/** A hash as a label shows it (RFC 4648 §7, without padding). */
export function base32hexOf(hashed: string): string {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const octet of Buffer.from(hashed, "latin1")) {
    value = ((value << 8) | octet) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += digits[(value >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + digits[(value << (5 - bits)) & 31] : text;
}

/** By octet, the value of a digit in either case; 255 for what is none. */
const values: Uint8Array = Uint8Array.from({ length: 256 }, (_, octet) => {
  const value = digits.indexOf(String.fromCharCode(octet).toUpperCase());
  return value < 0 ? 255 : value;
});

/** As latin1; undefined where an octet is no digit. */
function octetsOfBase32hex(label: Uint8Array): string | undefined {
  const octets = Buffer.allocUnsafe((label.length * 5) >> 3);
  let bits = 0;
  let value = 0;
  let end = 0;
  for (let at = 0; at < label.length; at += 1) {
    const digit = values[label[at]!]!;
    if (digit === 255) return undefined;
    value = ((value << 5) | digit) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      octets[end] = (value >> bits) & 0xff;
      end += 1;
    }
  }
  return octets.toString("latin1", 0, end);
}

function latin1(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString("latin1");
}
