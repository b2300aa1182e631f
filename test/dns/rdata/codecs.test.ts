import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  canonicalRdata,
  nameFromWire,
  parseName,
  type RdataCodec,
  RdataError,
  rdataCodecs,
  rdataFromText,
  rdataNames,
  rdataToText,
} from "../../../src/dns/index.ts";
import { fieldsOf, hexToOctets } from "../build-zone.ts";
import { anyRdata } from "./arbitraries.ts";

const origin = parseName("origin.");

describe.each(rdataCodecs.map((codec: RdataCodec) => [codec.mnemonic, codec] as const))(
  "%s",
  (_name, codec) => {
    test.each(codec.examples)("example $text", ({ text, wire }) => {
      expect(Buffer.from(codec.parse(fieldsOf(text), origin)).toString("hex")).toBe(wire);
      expect(codec.print(hexToOctets(wire))).toBe(text);
    });

    test("wire form survives being printed and read, in its own and in the generic form", () => {
      fc.assert(
        fc.property(anyRdata[codec.mnemonic]!, (wire) => {
          const text = codec.print(wire);
          expect(codec.parse(fieldsOf(text), origin)).toEqual(wire);
          expect(codec.print(codec.parse(fieldsOf(text), origin))).toBe(text);
          const generic = fieldsOf(`\\# ${wire.length} ${Buffer.from(wire).toString("hex")}`);
          expect(rdataFromText(codec.code, generic, origin)).toEqual(wire);
        }),
      );
    });

    test("every name is found where it stands", () => {
      fc.assert(
        fc.property(anyRdata[codec.mnemonic]!, (wire) => {
          for (const { name, offset, length } of codec.names(wire)) {
            expect(nameFromWire(wire, offset)).toEqual({ name, end: offset + length });
            expect(codec.print(wire)).toContain(name);
          }
        }),
      );
    });

    test("any tokens are read to octets that print, or refused at one of them", () => {
      const text = fc.oneof(
        fc.constantFrom(
          "0",
          "1",
          "255",
          "70000",
          "a",
          "a.b.",
          "192.0.2.1",
          "::1",
          "abcd",
          "\\#",
          "\\300",
          "port=1",
        ),
        fc.string(),
      );
      const tokens = fc.array(fc.record({ text, quoted: fc.boolean() }), { maxLength: 8 });
      fc.assert(
        fc.property(tokens, (fields) => {
          try {
            const wire = rdataFromText(codec.code, fields, origin);
            expect(codec.parse(fieldsOf(codec.print(wire)), origin)).toEqual(wire);
          } catch (error) {
            expect(error).toBeInstanceOf(RdataError);
            expect((error as RdataError).field ?? 0).toBeLessThanOrEqual(fields.length);
          }
        }),
      );
    });

    test("any octets are printed as something that reads back to them, or refused", () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 40 }), (wire) => {
          const text = rdataToText(codec.code, wire);
          if (text.startsWith("\\# ")) {
            expect(() => codec.print(wire)).toThrow(/./);
            expect(() => rdataFromText(codec.code, fieldsOf(text), origin)).toThrow(codec.mnemonic);
            expect(rdataNames(codec.code, wire)).toEqual([]);
            expect(canonicalRdata(codec.code, wire)).toEqual(wire);
          } else {
            expect(rdataFromText(codec.code, fieldsOf(text), origin)).toEqual(wire);
          }
        }),
      );
    });
  },
);
