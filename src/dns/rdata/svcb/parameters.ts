import { messageOf } from "../../../base/index.ts";
import { octetsFromText } from "../../escape.ts";
import { excerpt } from "../../excerpt.ts";
import { RdataError } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";
import type { Member } from "../layout.ts";
import type { WireReader } from "../wire-reader.ts";
import {
  alpnKey,
  formOf,
  keyFromText,
  keyToText,
  mandatoryKey,
  mandatoryKeys,
  noDefaultAlpnKey,
} from "./keys.ts";
import { opaque } from "./values.ts";

const expected = "a service parameter as key=value";

/** The service parameters that end SVCB and HTTPS RDATA: any number of `key=value` or `key` (RFC 9460 §2.1). */
export const parametersMember: Member = {
  parse(fields, out) {
    const values = new Map<number, Uint8Array>();
    const places = new Map<number, number>();
    while (!fields.atEnd) {
      const place = fields.position;
      const { key, value } = parseParameter(fields);
      if (values.has(key)) throw fields.error(`the key ${keyToText(key)} is given twice`, expected);
      values.set(key, value);
      places.set(key, place);
    }
    const conflict = conflictIn(values);
    if (conflict) throw new RdataError(conflict.message, { field: places.get(conflict.key)!, expected });
    for (const [key, value] of [...values].sort(([a], [b]) => a - b)) {
      out.u16(key);
      out.u16(value.length);
      out.octets(value);
    }
  },
  print(wire) {
    const values = readParameters(wire);
    const conflict = conflictIn(values);
    if (conflict) throw new RdataError(conflict.message);
    return [...values].map(([key, value]) => printParameter(key, value)).join(" ");
  },
};

function parseParameter(fields: FieldReader): { key: number; value: Uint8Array } {
  const written = fields.word(expected);
  const equals = written.indexOf("=");
  const name = equals < 0 ? written : written.slice(0, equals);
  try {
    const key = keyFromText(name);
    const text = octetsFromText(equals < 0 ? "" : valueText(fields, written.slice(equals + 1)));
    const value = name === `key${key}` ? opaque.parse(text) : formOf(key).parse(text);
    formOf(key).print(value);
    if (fields.nextIsJoined) throw new RdataError("white space is missing after it");
    return { key, value };
  } catch (error) {
    throw fields.error(`${excerpt(written)}: ${messageOf(error)}`, expected);
  }
}

/** What stands after "=": the rest of the token, its quotes taken off, or the quoted token that touches it. */
function valueText(fields: FieldReader, rest: string): string {
  if (rest === "" && fields.nextIsJoinedQuote) return fields.any(expected).text;
  return /^"((?:[^"\\]|\\.)*)"$/.exec(rest)?.[1] ?? rest;
}

function readParameters(wire: WireReader): ReadonlyMap<number, Uint8Array> {
  const values = new Map<number, Uint8Array>();
  let last = -1;
  while (!wire.atEnd) {
    const key = wire.u16();
    if (key <= last || key === 0xffff) throw new RdataError("service parameters are not in order");
    values.set(key, wire.octets(wire.u16()));
    last = key;
  }
  return values;
}

function printParameter(key: number, value: Uint8Array): string {
  const text = formOf(key).print(value);
  return text === "" ? keyToText(key) : `${keyToText(key)}=${text}`;
}

/** What does not hold between parameters, and whose fault it is: RFC 9460 §8 (mandatory) and §7.1.1 (no-default-alpn). */
function conflictIn(values: ReadonlyMap<number, Uint8Array>): { key: number; message: string } | undefined {
  const mandatory = values.get(mandatoryKey);
  const missing = mandatory && mandatoryKeys(mandatory).find((key) => !values.has(key));
  if (missing !== undefined) {
    return { key: mandatoryKey, message: `${keyToText(missing)} is mandatory, but not given` };
  }
  if (values.has(noDefaultAlpnKey) && !values.has(alpnKey)) {
    return { key: noDefaultAlpnKey, message: "no-default-alpn needs alpn" };
  }
  return undefined;
}
