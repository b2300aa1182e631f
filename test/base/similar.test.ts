import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { didYouMean, editDistance } from "../../src/base/index.ts";

describe("editDistance", () => {
  test.each([
    ["", "", 0],
    ["www", "www", 0],
    ["www", "ww", 1],
    ["wwww", "www", 1],
    ["mail", "maik", 1],
    ["mial", "mail", 1],
    ["CNMAE", "CNAME", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
  ])("of %j and %j is %d", (a, b, edits) => {
    expect(editDistance(a, b, 5)).toBe(edits);
    expect(editDistance(b, a, 5)).toBe(edits);
  });

  test("is the full table's, whatever the bound, and beyond the bound infinite", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(9), (a, b, most) => {
        const exact = wholeTable(a, b);
        expect(editDistance(a, b, most)).toBe(exact <= most ? exact : Number.POSITIVE_INFINITY);
      }),
    );
  });

  test("takes little time for long texts with a small bound", () => {
    const [a, b] = ["x".repeat(200_000), `${"x".repeat(199_999)}y`];
    const started = performance.now();
    expect(editDistance(a, b, 2)).toBe(1);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("didYouMean", () => {
  test.each([
    ["zone", ["zones", "checks", "lint"], "zones"],
    ["CHEKCS", ["zones", "checks", "lint"], "checks"],
    ["nx", ["ns", "mx"], "ns"],
    ["maximum", ["min", "max", "count"], undefined],
    ["a", ["b", "c"], undefined],
    ["anything", [], undefined],
    ["x".repeat(10_000), ["x".repeat(10_001)], undefined],
  ])("of %.20j among %.40j is %j", (word, known, meant) => {
    expect(didYouMean(word, known)).toBe(meant);
  });
});

/** The textbook's table, without any bound. */
function wholeTable(a: string, b: string): number {
  const cost = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = cost[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? cost[i - 2]![j - 2]! + 1
          : replaced;
      cost[i]![j] = Math.min(replaced, swapped, cost[i - 1]![j]! + 1, cost[i]![j - 1]! + 1);
    }
  }
  return cost[a.length]![b.length]!;
}
