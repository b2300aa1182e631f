import type { OctetWriter } from "../../octets.ts";
import { RdataError, type RdataName } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";
import type { Member, NameUse } from "../layout.ts";
import type { WireReader } from "../wire-reader.ts";
import { ipv4Member, ipv6Member } from "./address.ts";
import { parseNameField, readName } from "./name.ts";

/** The largest kind of host: 0 is none (written "."), 1 an IPv4 address, 2 an IPv6 address, 3 a name. */
export const largestEndpointKind = 3;
const name = largestEndpointKind;

const addresses: Readonly<Record<number, Member>> = { 1: ipv4Member, 2: ipv6Member };

/** Reads the next token as a host of that kind; `what` names it in messages. */
export function parseEndpoint(fields: FieldReader, out: OctetWriter, kind: number, what: string): void {
  if (kind === name) parseNameField(fields, out, what);
  else if (addresses[kind]) addresses[kind].parse(fields, out);
  else parseNone(fields, what);
}

function parseNone(fields: FieldReader, what: string): void {
  const expected = `"." for ${what}`;
  if (fields.word(expected) !== ".") {
    throw fields.error(`expected ${expected}, since its type is 0`, expected);
  }
}

export function printEndpoint(wire: WireReader, kind: number): string {
  if (kind > name) throw new RdataError(`${kind} is no type of gateway or relay`);
  if (kind === name) return wire.name();
  return addresses[kind]?.print(wire) ?? ".";
}

export function endpointNames(wire: WireReader, kind: number, use: NameUse): readonly RdataName[] {
  if (kind === name) return [readName(wire, use)];
  printEndpoint(wire, kind);
  return [];
}
