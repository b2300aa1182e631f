import { describe, expect, test } from "@jest/globals";
import { formatDuration, parseTtl } from "../../src/dns/index.ts";
import { growth } from "../growth.ts";

describe("parseTtl", () => {
  test.each([
    ["300", 300],
    ["0", 0],
    ["010", 10],
    ["1h30m", 5400],
    ["30m1h", 5400],
    ["1h1h", 7200],
    ["1W2D3H4M5S", 788645],
    ["1d", 86400],
    ["4294967296", 4294967296],
  ])("%s is %d seconds", (text, seconds) => {
    expect(parseTtl(text)).toBe(seconds);
  });

  test.each(["", "1.5h", "0x10", "-1", "60IN", "h", "1h30", "1 h", "1y", "one"])("%j is none", (text) => {
    expect(parseTtl(text)).toBeUndefined();
  });
});

test("parseTtl takes a time that grows with the length of the text", () => {
  for (const text of [
    (size: number) => `${"1".repeat(size)}x`,
    (size: number) => `${"1h".repeat(size)}x`,
    (size: number) => `1h${"1".repeat(size)}`,
  ]) {
    expect(growth((size) => parseTtl(text(size)))).toBeLessThan(64);
  }
});

describe("formatDuration", () => {
  test.each([
    [0, "0 s"],
    [1, "1 s"],
    [300, "5 min"],
    [5400, "1 h 30 min"],
    [86400, "1 day"],
    [172800, "2 days"],
    [1209600, "2 weeks"],
    [788645, "1 week 2 days 3 h 4 min 5 s"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
