import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { chooseSerial, DIVERGED_BY, type SerialFacts } from "../../src/deploy/index.ts";
import { compareSerial } from "../../src/dns/index.ts";

const day = Date.UTC(2026, 10, 20, 12);
const facts: SerialFacts = {
  zone: "a.example.",
  policy: "managed",
  inFile: 1,
  last: undefined,
  seen: [],
  now: day,
};

describe("a managed serial", () => {
  test("is the day's first where nothing is served", () => {
    expect(chooseSerial(facts).serial).toBe(2026112000);
  });

  test("ignores the number in the file", () => {
    expect(chooseSerial({ ...facts, inFile: 4_000_000_000 }).serial).toBe(2026112000);
  });

  test("is one more than what we published where the day does not help", () => {
    expect(chooseSerial({ ...facts, last: 2026112000 }).serial).toBe(2026112001);
  });

  test("is above every serial that a nameserver serves", () => {
    expect(chooseSerial({ ...facts, last: 2026112000, seen: [2026112000, 2026112007] }).serial).toBe(
      2026112008,
    );
  });

  test("follows whatever is served where nothing of ours was published yet", () => {
    expect(chooseSerial({ ...facts, seen: [3_000_000_000] }).serial).toBe(3_000_000_001);
  });

  test("does not follow a server that is absurdly ahead, and names it", () => {
    const far = 2026112000 + DIVERGED_BY + 1;
    expect(chooseSerial({ ...facts, last: 2026112000, seen: [far] })).toEqual({
      serial: 2026112001,
      diverged: [far],
    });
  });

  test("skips zero when it wraps", () => {
    expect(chooseSerial({ ...facts, last: 0xffffffff, now: 0 }).serial).not.toBe(0);
  });

  test("does not take the day's where that is below one of those served, on the circle", () => {
    const last = (2026112000 - 2 ** 31 - 10) >>> 0;
    const seen = [(last + 20) >>> 0];
    expect(chooseSerial({ ...facts, last, seen }).serial).toBe((last + 21) >>> 0);
  });

  test("always rises, in RFC 1982's order", () => {
    const serial = fc.integer({ min: 0, max: 0xffffffff });
    const ahead = fc.integer({ min: 0, max: DIVERGED_BY });
    fc.assert(
      fc.property(serial, fc.array(ahead), (last, steps) => {
        const seen = steps.map((step) => (last + step) >>> 0);
        const chosen = chooseSerial({ ...facts, last, seen }).serial;
        for (const one of [last, ...seen]) expect(compareSerial(chosen, one)).toBe(1);
      }),
    );
  });
});

describe("a serial from the file", () => {
  test("is taken as it is", () => {
    expect(chooseSerial({ ...facts, policy: "from-file", inFile: 42, last: 41 }).serial).toBe(42);
  });

  test.each([41, 42])("is refused when %i is already served", (last) => {
    expect(() => chooseSerial({ ...facts, policy: "from-file", inFile: 41, last })).toThrow(
      /a\.example\..*not above/,
    );
  });
});
