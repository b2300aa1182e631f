import { describe, expect, test } from "@jest/globals";
import { isMetaType, TYPE, typeCode, typeName } from "../../src/dns/index.ts";

describe("record types", () => {
  test.each([
    [1, "A"],
    [16, "TXT"],
    [65, "HTTPS"],
    [23, "NSAP-PTR"],
    [32769, "DLV"],
    [65280, "TYPE65280"],
    [54, "TYPE54"],
  ])("%d is %s, there and back", (code, mnemonic) => {
    expect(typeName(code)).toBe(mnemonic);
    expect(typeCode(mnemonic)).toBe(code);
  });

  test("every mnemonic has a number of its own", () => {
    for (const [mnemonic, code] of Object.entries(TYPE)) {
      expect(typeName(code)).toBe(mnemonic);
      expect(typeCode(mnemonic.toLowerCase())).toBe(code);
    }
  });

  test("RFC 3597's form names known types too", () => {
    expect(typeCode("type1")).toBe(TYPE.A);
    expect(typeCode("TYPE065535")).toBeUndefined();
    expect(typeCode("TYPE65535")).toBe(65535);
  });

  test.each(["TYPE65536", "TYPE", "TYPE-1", "TYPE1x", "", "toString", "__proto__", "ALIAS"])(
    "%j is none",
    (text) => {
      expect(typeCode(text)).toBeUndefined();
    },
  );

  test("questions and messages have types no zone can hold", () => {
    expect([TYPE.ANY, TYPE.AXFR, TYPE.TSIG, TYPE.OPT, 0, 200].every(isMetaType)).toBe(true);
    expect([TYPE.A, TYPE.URI, TYPE.TA, TYPE.EUI64, 65280].some(isMetaType)).toBe(false);
  });
});
