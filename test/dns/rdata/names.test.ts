import { describe, expect, test } from "@jest/globals";
import {
  canonicalRdata,
  compareRdata,
  parseName,
  rdataCodecs,
  rdataFromText,
  rdataNames,
  TYPE,
} from "../../../src/dns/index.ts";
import { compressibleNames } from "../../../src/dns/wire/rdata-names.ts";
import { fieldsOf, hexToOctets } from "../build-zone.ts";

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

  test.each([
    ["RRSIG", "A 13 2 1 1 1 1 n AQ==", 18, "signer", false],
    ["NSEC", "n A", 0, "next", false],
    ["RP", "n .", 0, "mailbox", false],
    ["AFSDB", "1 n", 2, "target", true],
    ["KX", "1 n", 2, "target", true],
    ["RT", "1 n", 2, "target", true],
    ["MB", "n", 0, "target", true],
    ["IPSECKEY", "1 3 1 n AQ==", 3, "target", false],
    ["AMTRELAY", "1 1 3 n", 2, "target", false],
    ["HIP", "1 ab AQ== n m", 6, "target", false],
    ["A6", "64 ::1 n", 9, "target", false],
    ["DSYNC", "CDS 1 53 n", 5, "target", false],
  ] as const)("%s %s has one", (mnemonic, text, offset, role, additional) => {
    const compressible = mnemonic === "MB";
    expect(rdataNames(TYPE[mnemonic], rdata(TYPE[mnemonic], text))[0]).toEqual({
      name: "n.example.",
      offset,
      length: 11,
      role,
      compressible,
      additional,
    });
  });

  test("a gateway that is no name is none", () => {
    expect(rdataNames(TYPE.IPSECKEY, rdata(TYPE.IPSECKEY, "1 1 1 192.0.2.1 AQ=="))).toEqual([]);
    expect(rdataNames(TYPE.HIP, rdata(TYPE.HIP, "1 ab AQ=="))).toEqual([]);
  });

  test("only names of the types of RFC 1035 may be compressed, all of them in messages", () => {
    const compressible = rdataCodecs.filter(({ code, examples }) =>
      examples.some(({ wire }) => rdataNames(code, hexToOctets(wire)).some((name) => name.compressible)),
    );
    expect(compressible.map(({ mnemonic }) => mnemonic).sort()).toEqual(
      ["CNAME", "MB", "MD", "MF", "MG", "MINFO", "MR", "MX", "NS", "PTR", "SOA"].sort(),
    );
  });

  test("and the places messages compress are those places", () => {
    for (const { code, examples } of rdataCodecs) {
      for (const { wire } of examples) {
        const octets = hexToOctets(wire);
        const places = rdataNames(code, octets)
          .filter(({ compressible }) => compressible)
          .map(({ offset, length }) => ({ start: offset, end: offset + length }));
        expect({ code, places: compressibleNames(code, octets) }).toEqual({ code, places });
      }
    }
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

  test("has names in lower case in the types of RFC 4034 §6.2, without NSEC, and in no other", () => {
    const upper = (wire: string, code: number): Uint8Array => {
      const octets = hexToOctets(wire);
      for (const { offset, length } of rdataNames(code, octets)) {
        for (let at = offset; at < offset + length; at++) {
          if (octets[at]! >= 0x61 && octets[at]! <= 0x7a) octets[at]! -= 0x20;
        }
      }
      return octets;
    };
    const caseless = rdataCodecs.filter(({ code, examples }) =>
      examples.some(({ wire }) => {
        const octets = upper(wire, code);
        const canonical = canonicalRdata(code, octets);
        if (canonical === octets) return false;
        expect(Buffer.from(canonical).toString("hex")).toBe(wire);
        return true;
      }),
    );
    const lowered =
      "A6 AFSDB CNAME DNAME KX MB MD MF MG MINFO MR MX NAPTR NS NXT PTR PX RP RRSIG RT SIG SOA SRV";
    expect(caseless.map(({ mnemonic }) => mnemonic).join(" ")).toBe(lowered);
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
