import { describe, expect, test } from "@jest/globals";
import {
  canonicalRdata,
  compareRdata,
  parseName,
  rdataFromText,
  rdataNames,
  TYPE,
} from "../../../src/dns/index.ts";
import { fieldsOf } from "../build-zone.ts";

function rdata(type: number, text: string): Uint8Array {
  return rdataFromText(type, fieldsOf(text), parseName("example."));
}

describe("rdataNames", () => {
  test("gives role and place of every name in a SOA", () => {
    expect(rdataNames(TYPE.SOA, rdata(TYPE.SOA, "ns Host 1 2 3 4 5"))).toEqual([
      { name: "ns.example.", offset: 0, length: 12, role: "primary", compressible: true, additional: false },
      {
        name: "Host.example.",
        offset: 12,
        length: 14,
        role: "mailbox",
        compressible: true,
        additional: false,
      },
    ]);
  });

  test.each([
    [TYPE.NS, "n", 0, true, true],
    [TYPE.MX, "10 n", 2, true, true],
    [TYPE.SRV, "1 2 3 n", 6, false, true],
    [TYPE.CNAME, "n", 0, true, false],
    [TYPE.PTR, "n", 0, true, false],
    [TYPE.DNAME, "n", 0, false, false],
    [TYPE.NAPTR, '1 2 "" "" "" n', 7, false, false],
  ])("type %d points at its target", (type, text, offset, compressible, additional) => {
    expect(rdataNames(type, rdata(type, text))).toEqual([
      { name: "n.example.", offset, length: 11, role: "target", compressible, additional },
    ]);
  });

  test("finds none in types without names or unknown here", () => {
    expect(rdataNames(TYPE.TXT, rdata(TYPE.TXT, "www.example."))).toEqual([]);
    expect(rdataNames(65280, Uint8Array.of(1, 0x61, 0))).toEqual([]);
  });
});

describe("canonical RDATA", () => {
  test("has names in lower case, and nothing else", () => {
    const mx = rdata(TYPE.MX, "16705 Mail.EXAMPLE.");
    expect(canonicalRdata(TYPE.MX, mx)).toEqual(rdata(TYPE.MX, "16705 mail.example."));
    expect(mx).toEqual(rdata(TYPE.MX, "16705 Mail.EXAMPLE."));
    const naptr = rdata(TYPE.NAPTR, '1 2 "U" "E2U" "!A!B!" N.');
    expect(canonicalRdata(TYPE.NAPTR, naptr)).toEqual(rdata(TYPE.NAPTR, '1 2 "U" "E2U" "!A!B!" n.'));
  });

  test("of other types is what was written", () => {
    const txt = rdata(TYPE.TXT, "ABC");
    expect(canonicalRdata(TYPE.TXT, txt)).toBe(txt);
    expect(compareRdata(TYPE.TXT, txt, rdata(TYPE.TXT, "abc"))).not.toBe(0);
  });

  test("is compared octet by octet, a prefix first", () => {
    expect(compareRdata(TYPE.NS, rdata(TYPE.NS, "B."), rdata(TYPE.NS, "b."))).toBe(0);
    expect(compareRdata(TYPE.A, rdata(TYPE.A, "9.0.0.1"), rdata(TYPE.A, "10.0.0.0"))).toBeLessThan(0);
    expect(compareRdata(65280, Uint8Array.of(1), Uint8Array.of(1, 0))).toBeLessThan(0);
    expect(compareRdata(65280, Uint8Array.of(200), Uint8Array.of(100))).toBeGreaterThan(0);
  });
});
