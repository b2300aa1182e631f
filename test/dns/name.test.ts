import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  isAtOrBelow,
  isWildcard,
  labelsOf,
  type Name,
  nameFromWire,
  nameKey,
  nameToWire,
  parentOf,
  parseName,
  wildcardOf,
  wireNameLength,
} from "../../src/dns/index.ts";
import { growth } from "../growth.ts";
import { anyName } from "./arbitraries.ts";

const origin = parseName("example.");

describe("parseName", () => {
  test.each([
    ["@", "example."],
    ["www", "www.example."],
    ["a.b.c", "a.b.c.example."],
    ["www.example", "www.example.example."],
    ["www.example.", "www.example."],
    [".", "."],
    ["a\\046b", "a\\.b.example."],
    ["\\065b", "Ab.example."],
    ["a\\ b", "a\\032b.example."],
    ["a.example\\.", "a.example\\..example."],
    ["\\$x", "\\$x.example."],
    ["\\@", "\\@.example."],
    ["@.other.", "\\@.other."],
    ["\\*.w", "*.w.example."],
    ["0/25", "0/25.example."],
    ["café", "caf\\195\\169.example."],
    ["a\\\\.", "a\\\\."],
    ["\\000.", "\\000."],
    ["_DMARC", "_DMARC.example."],
  ])("reads %s as %s", (text, name) => {
    expect(parseName(text, origin)).toBe(name);
  });

  test.each([
    ["", /empty/],
    ["a..b", /empty label/],
    [".a", /empty label/],
    ["a.example..", /empty label/],
    ["..", /empty label/],
    ["a\\300b", /"\\300" is above/],
    ["a\\25", /three digits/],
    ["a\\25x", /three digits/],
    ["a\\", /escapes nothing/],
  ])("refuses %j", (text, message) => {
    expect(() => parseName(text, origin)).toThrow(message);
  });

  test("takes labels of 63 octets and refuses 64, whichever way they are written", () => {
    expect(parseName(`${"x".repeat(63)}.`)).toBe(`${"x".repeat(63)}.`);
    expect(() => parseName(`${"x".repeat(64)}.`)).toThrow(/label of 64 octets/);
    expect(labelsOf(parseName(`${"\\120".repeat(63)}.`))).toEqual(["x".repeat(63)]);
    expect(() => parseName("é".repeat(32), origin)).toThrow(/label of 64 octets/);
  });

  test("takes names of 255 octets, the origin included, and refuses 256", () => {
    const labels = Array.from({ length: 3 }, () => "x".repeat(61)).join(".");
    expect(nameToWire(parseName(`${labels}.${"y".repeat(59)}`, origin))).toHaveLength(255);
    expect(() => parseName(`${labels}.${"y".repeat(60)}`, origin)).toThrow(/name of 256 octets/);
    const absolute = `${"x".repeat(63)}.`.repeat(3);
    expect(nameToWire(parseName(`${absolute}${"y".repeat(61)}.`))).toHaveLength(255);
    expect(() => parseName(`${absolute}${"y".repeat(62)}.`)).toThrow(/name of 256 octets/);
  });

  test("refuses a relative name and @ where there is no origin", () => {
    expect(() => parseName("www")).toThrow(/relative/);
    expect(() => parseName("@")).toThrow(/relative/);
  });

  test("shows untrusted text cut and without control characters", () => {
    expect(() => parseName(`${"\u001b[31m".repeat(100)}..`)).toThrow(
      /^"\\u\{1b\}\[31m[^\u001b]{0,300}…" has/,
    );
  });

  test("takes apart and puts together any name", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(parseName(name)).toBe(name);
        expect(nameFromWire(nameToWire(name))).toEqual({ name, end: nameToWire(name).length });
        expect(wireNameLength(nameToWire(name))).toBe(nameToWire(name).length);
        expect(parseName(`${labelsOf(name).join(".")}.`)).toBe(name);
      }),
    );
  });
});

describe("names in relation", () => {
  test("keys are in ASCII lower case and leave other octets alone", () => {
    expect(nameKey(parseName("WWW.Ex\\200mple."))).toBe("www.ex\\200mple.");
  });

  test.each([
    ["a.example.", "example.", true],
    ["A.EXAMPLE.", "example.", true],
    ["example.", "example.", true],
    ["exampleexample.", "example.", false],
    ["a\\.example.", "example.", false],
    ["a\\\\.example.", "example.", true],
    ["other.", "example.", false],
    ["example.", "a.example.", false],
    ["anything.", ".", true],
    [".", ".", true],
    [".", "example.", false],
  ])("%s at or below %s: %s", (name, ancestor, expected) => {
    expect(isAtOrBelow(parseName(name), parseName(ancestor))).toBe(expected);
  });

  test.each([
    ["a.b.", "b."],
    ["a\\.b.c.", "c."],
    ["a\\\\.c.", "c."],
    ["b.", "."],
    [".", undefined],
  ])("the parent of %s is %s", (name, parent) => {
    expect(parentOf(parseName(name))).toBe(parent);
  });

  test("a parent has one label fewer, and its child is below it", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const parent = parentOf(name);
        if (parent === undefined) expect(labelsOf(name)).toEqual([]);
        else {
          expect(labelsOf(parent)).toEqual(labelsOf(name).slice(1));
          expect(isAtOrBelow(name, parent)).toBe(true);
          expect(isAtOrBelow(parent, name)).toBe(false);
        }
      }),
    );
  });

  test("wildcards", () => {
    expect(wildcardOf(origin)).toBe("*.example.");
    expect(wildcardOf("." as Name)).toBe("*.");
    expect(isWildcard(parseName("\\*.example."))).toBe(true);
    expect(isWildcard(parseName("a*.example."))).toBe(false);
    expect(isWildcard(parseName("\\*\\..example."))).toBe(false);
  });
});

describe("nameFromWire", () => {
  const message = Uint8Array.of(1, 0x61, 0, 1, 0x62, 0xc0, 0, 0xc0, 3);

  test("follows compression pointers backwards", () => {
    expect(nameFromWire(message, 3)).toEqual({ name: "b.a.", end: 7 });
    expect(nameFromWire(message, 7)).toEqual({ name: "b.a.", end: 9 });
  });

  test.each([
    ["a pointer to itself", [0xc0, 0], /backwards/],
    ["a pointer forwards", [0xc0, 2, 0], /backwards/],
    ["a loop over a label", [1, 0x61, 0xc0, 0], /backwards/],
    ["a label that is cut off", [3, 0x61], /cut off/],
    ["no end", [1, 0x61], /cut off/],
    ["half a pointer", [0xc0], /cut off/],
    ["an extended label type", [0x41, 0x61, 0], /unknown type/],
    ["more than 255 octets", [...Array.from({ length: 128 }, () => [1, 0x61]).flat(), 0], /more than 255/],
  ])("refuses %s", (_what, octets, message) => {
    expect(() => nameFromWire(Uint8Array.from(octets))).toThrow(message);
  });

  test("never fails but with a NameError, whatever the octets", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(310), (octets, offset) => {
        try {
          const { name } = nameFromWire(octets, offset);
          expect(parseName(name)).toBe(name);
        } catch (error) {
          expect(error).toHaveProperty("name", "NameError");
        }
      }),
    );
  });

  test("wireNameLength refuses pointers", () => {
    expect(() => wireNameLength(message, 3)).toThrow(/no plain label/);
  });
});

test("labelsOf takes a time that grows with the length of the name, also of text that is none", () => {
  expect(growth((size) => labelsOf("\\a".repeat(size) as Name))).toBeLessThan(64);
});
