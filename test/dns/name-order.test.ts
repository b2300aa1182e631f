import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compareNames, labelsOf, nameKey, nameToWire, parseName } from "../../src/dns/index.ts";
import { anyName } from "./arbitraries.ts";

describe("compareNames", () => {
  test("orders the example of RFC 4034 §6.1", () => {
    const ordered = [
      "example.",
      "a.example.",
      "yljkjljk.a.example.",
      "Z.a.example.",
      "zABC.a.EXAMPLE.",
      "z.example.",
      "\\001.z.example.",
      "*.z.example.",
      "\\200.z.example.",
    ].map((text) => parseName(text));
    const shuffled = [8, 3, 0, 5, 1, 7, 2, 6, 4].map((index) => ordered[index]!);
    expect(shuffled.sort(compareNames)).toEqual(ordered);
  });

  test("the end of a label comes before any octet in its place", () => {
    const ordered = ["a.", "b.a.", "\\000.b.a.", "b\\000.a.", "b\\001.a.", "b\\002.a.", "b\\000.b."];
    const reversed = ordered.map((text) => parseName(text)).reverse();
    expect(reversed.sort(compareNames)).toEqual(ordered);
  });

  test("agrees with comparing label by label from the right", () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        expect(Math.sign(compareNames(a, b))).toBe(Math.sign(byLabels(nameKey(a), nameKey(b))));
      }),
      { numRuns: 500 },
    );
  });
});

function byLabels(a: string, b: string): number {
  const left = labelsOf(parseName(a)).reverse();
  const right = labelsOf(parseName(b)).reverse();
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = Buffer.compare(octets(left[i]!), octets(right[i]!));
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function octets(label: string): Uint8Array {
  return nameToWire(parseName(`${label}.`)).subarray(1, -1);
}
