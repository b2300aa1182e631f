import { messageOf } from "../../base/index.ts";
import { excerpt } from "../excerpt.ts";
import type { Name } from "../name.ts";
import { compareOctets, lowerCase } from "../octets.ts";
import { type RRType, TYPE, typeName } from "../type.ts";
import { RdataError, type RdataField, type RdataName } from "./codec.ts";
import { genericFromText, genericToText, isGeneric } from "./generic.ts";
import { codecOf } from "./index.ts";

/**
 * RDATA from the tokens of a master file: the type's own form, or RFC 3597's `\# LENGTH HEX` for any type. Generic
 * RDATA of a type that is understood is checked as if it had come over the wire.
 *
 * @throws RdataError, naming the token at fault.
 */
export function rdataFromText(type: RRType, fields: readonly RdataField[], origin: Name): Uint8Array {
  const codec = codecOf(type);
  if (isGeneric(fields)) {
    const wire = genericFromText(fields, origin);
    try {
      codec?.print(wire);
    } catch (error) {
      throw new RdataError(`these octets are no ${typeName(type)} RDATA: ${messageOf(error)}`, { field: 2 });
    }
    return wire;
  }
  if (codec) return codec.parse(fields, origin);
  const first = fields[0] === undefined ? "nothing" : excerpt(fields[0].text);
  throw new RdataError(`${first} stands where ${typeName(type)} RDATA has to be written as \\# LENGTH HEX`, {
    field: 0,
    expected: "RDATA as \\# LENGTH HEX (RFC 3597)",
  });
}

/** RDATA in presentation form with absolute names; in RFC 3597's form if the type is unknown or the octets are not of it. */
export function rdataToText(type: RRType, wire: Uint8Array): string {
  const codec = codecOf(type);
  try {
    return codec?.print(wire) ?? genericToText(wire);
  } catch (error) {
    if (error instanceof RdataError) return genericToText(wire);
    throw error;
  }
}

/** Every name inside RDATA, with its place; none if the type is unknown or the octets are not of it. */
export function rdataNames(type: RRType, wire: Uint8Array): readonly RdataName[] {
  try {
    return codecOf(type)?.names(wire) ?? [];
  } catch (error) {
    if (error instanceof RdataError) return [];
    throw error;
  }
}

/** @throws RdataError if the octets are no RDATA of a type that is understood. For RDATA that came from outside. */
export function checkRdata(type: RRType, wire: Uint8Array): void {
  codecOf(type)?.print(wire);
}

/**
 * The types whose names are compared without case: those of RFC 4034 §6.2 except NSEC (RFC 6840 §5.1), and HINFO,
 * which holds no name. No newer type is to join them.
 */
const caseless: ReadonlySet<RRType> = new Set([
  TYPE.NS,
  TYPE.MD,
  TYPE.MF,
  TYPE.CNAME,
  TYPE.SOA,
  TYPE.MB,
  TYPE.MG,
  TYPE.MR,
  TYPE.PTR,
  TYPE.MINFO,
  TYPE.MX,
  TYPE.RP,
  TYPE.AFSDB,
  TYPE.RT,
  TYPE.SIG,
  TYPE.PX,
  TYPE.NXT,
  TYPE.SRV,
  TYPE.NAPTR,
  TYPE.KX,
  TYPE.A6,
  TYPE.DNAME,
  TYPE.RRSIG,
]);

/** RDATA in the form for comparing: names in lower case in the types of RFC 4034 §6.2. May be `wire` itself. */
export function canonicalRdata(type: RRType, wire: Uint8Array): Uint8Array {
  if (!caseless.has(type)) return wire;
  let canonical: Uint8Array | undefined;
  for (const { offset, length } of rdataNames(type, wire)) {
    for (let at = offset; at < offset + length; at++) {
      const octet = wire[at]!;
      if (lowerCase[octet] === octet) continue;
      canonical ??= wire.slice();
      canonical[at] = lowerCase[octet]!;
    }
  }
  return canonical ?? wire;
}

/** Canonical order of two RDATA of one type (RFC 4034 §6.3); 0 if they are equal. */
export function compareRdata(type: RRType, a: Uint8Array, b: Uint8Array): number {
  return compareOctets(canonicalRdata(type, a), canonicalRdata(type, b));
}
