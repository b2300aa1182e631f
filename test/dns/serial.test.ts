import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compareSerial, nextSerial } from "../../src/dns/index.ts";

const serial = fc.nat(0xffffffff);

describe("compareSerial", () => {
  test.each([
    [0, 0, 0],
    [1, 2, -1],
    [2, 1, 1],
    [0, 2147483647, -1],
    [0, 2147483649, 1],
    [4294967295, 0, -1],
    [0, 4294967295, 1],
    [4294967295, 1, -1],
    [44, 4294967295, 1],
    [0, 2147483648, undefined],
    [2147483648, 0, undefined],
  ])("%d against %d is %s", (a, b, order) => {
    expect(compareSerial(a, b)).toBe(order);
  });

  // RFC 1982 §5.1, with SERIAL_BITS 32 in place of 2: adding up to 2^31 - 1 goes up.
  test("a serial plus 1 to 2^31 - 1 is above it", () => {
    fc.assert(
      fc.property(serial, fc.integer({ min: 1, max: 2 ** 31 - 1 }), (s, n) => {
        expect(compareSerial((s + n) >>> 0, s)).toBe(1);
        expect(compareSerial(s, (s + n) >>> 0)).toBe(-1);
      }),
    );
  });
});

describe("nextSerial", () => {
  test.each([
    [[], 1],
    [[41], 42],
    [[7, 41, 12], 42],
    [[4294967294], 4294967295],
    [[4294967295], 1],
    [[4294967295, 3], 4],
    [[0], 1],
    [[2147483647], 2147483648],
  ])("above %j is %d", (above, next) => {
    expect(nextSerial(...above)).toBe(next);
  });

  test("is above all that lie within 2^31 - 2 of each other, by one, and never 0", () => {
    fc.assert(
      fc.property(serial, fc.array(fc.nat(2 ** 31 - 3), { minLength: 1 }), (base, steps) => {
        const above = steps.map((step) => (base + step) >>> 0);
        const next = nextSerial(...above);
        expect(next).not.toBe(0);
        for (const s of above) expect(compareSerial(next, s)).toBe(1);
        const one = (next - 1) >>> 0 || 0xffffffff;
        expect(above.includes((next - 1) >>> 0) || above.includes(one)).toBe(true);
      }),
    );
  });

  test("says so where no serial is above all", () => {
    expect(() => nextSerial(0, 2147483648)).toThrow(/no serial is above all of 0, 2147483648/);
  });
});
