import { excerpt } from "../../excerpt.ts";
import { RdataError } from "../codec.ts";
import type { FieldReader } from "../field-reader.ts";

/** Where altitude 0 of the wire is, in centimetres below the reference spheroid. */
const lowest = 10_000_000;
const highest = 0xffffffff - lowest;
/** The largest size, and the centimetres beyond it that are cut off. */
const largestSize = 9_000_000_099;

/** An altitude in metres, with "m" or without, in the form of the wire: centimetres above the lowest there is. */
export function parseAltitude(fields: FieldReader): number {
  const expected = "the altitude in metres (-100000 to 42849672.95)";
  const form = /^[+-]?(\d+(?:\.\d{0,2})?|\.\d{1,2})m?$/;
  return parseCentimetres(fields, expected, form, -lowest, highest) + lowest;
}

/** A size in metres as digit and power of ten, both in one octet (RFC 1876 §2); further digits are cut off. */
export function parseSize(fields: FieldReader): number {
  const expected = "a size in metres (0 to 90000000)";
  const form = /^(\d+(?:\.\d{0,2})?|\.\d{1,2})m?$/;
  const digits = String(parseCentimetres(fields, expected, form, 0, largestSize));
  return Number(digits[0]) * 16 + digits.length - 1;
}

function parseCentimetres(
  fields: FieldReader,
  expected: string,
  form: RegExp,
  least: number,
  most: number,
): number {
  const text = fields.word(expected);
  const [whole, part = ""] = form.exec(text)?.[1]?.split(".") ?? ["NaN"];
  const unsigned = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  const centimetres = text.startsWith("-") ? -unsigned : unsigned;
  if (!(centimetres >= least && centimetres <= most))
    throw fields.error(`${excerpt(text)} is not ${expected}`, expected);
  return centimetres;
}

export function printAltitude(wire: number): string {
  const centimetres = Math.abs(wire - lowest);
  const part = String(centimetres % 100).padStart(2, "0");
  return `${wire < lowest ? "-" : ""}${Math.floor(centimetres / 100)}.${part}m`;
}

export function printSize(wire: number): string {
  const digit = wire >> 4;
  const power = wire & 15;
  if (digit > 9 || power > 9) throw new RdataError("a size is no digit and power of ten");
  if (digit === 0 && power > 0) throw new RdataError("a size of zero has a power of ten");
  if (power >= 2) return `${digit * 10 ** (power - 2)}m`;
  return `0.${power === 1 ? `${digit}0` : `0${digit}`}m`;
}
