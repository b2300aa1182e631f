import { excerpt } from "../excerpt.ts";
import type { Name } from "../name.ts";
import { RdataError, type RdataField } from "./codec.ts";
import { FieldReader } from "./field-reader.ts";
import { hexOf, parseHex } from "./members/hex.ts";

/** Whether the tokens are RDATA in the form any type can have: an unquoted `\#` first (RFC 3597 §5). */
export function isGeneric(fields: readonly RdataField[]): boolean {
  return fields[0]?.text === "\\#" && !fields[0].quoted;
}

/** RDATA from `\# LENGTH HEX…`. @throws RdataError if the length is not that of the digits. */
export function genericFromText(fields: readonly RdataField[], origin: Name): Uint8Array {
  const input = new FieldReader(fields, origin);
  input.word("\\#");
  const expectedLength = "the length of the RDATA (0 to 65535)";
  const text = input.word(expectedLength);
  if (!/^\d+$/.test(text) || Number(text) > 0xffff) {
    throw input.error(`${excerpt(text)} is not ${expectedLength}`, expectedLength);
  }
  const length = Number(text);
  const octets = length === 0 ? new Uint8Array(0) : parseHex(input, `${length} octets in hexadecimal`);
  input.finish();
  if (octets.length !== length) {
    throw new RdataError(`the RDATA has ${octets.length} octets, but its length is given as ${length}`, {
      field: 1,
      expected: `the length ${octets.length}`,
    });
  }
  return octets;
}

/** `\# LENGTH HEX`. */
export function genericToText(wire: Uint8Array): string {
  return wire.length === 0 ? "\\# 0" : `\\# ${wire.length} ${hexOf(wire)}`;
}
