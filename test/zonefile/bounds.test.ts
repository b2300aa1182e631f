import { describe, expect, jest, test } from "@jest/globals";
import { LIMITS } from "../../src/zonefile/index.ts";
import { preamble } from "../corpus/zonefile/torture-case.ts";
import { readFiles, readText, reportsOf } from "./reading.ts";

/** Rules reported for a file that must be read in time: generous for linear work on a busy machine, not for quadratic. */
function rulesInTime(content: string): string[] {
  const start = performance.now();
  const { diagnostics } = readText(content);
  expect(performance.now() - start).toBeLessThan(10_000);
  return [...new Set(diagnostics.map(({ rule }) => rule))];
}

jest.setTimeout(30_000);
const megabyte = 2 ** 20;

describe("a file made to waste time ends soon, with an error", () => {
  test.each([
    ["open parentheses on every line", "a (\n".repeat(megabyte / 4), "syn-unbalanced-paren"],
    ["open parentheses in a row", "(".repeat(megabyte), "syn-unbalanced-paren"],
    ["quotes on every line", 'a TXT "\n'.repeat(megabyte / 8), "syn-newline-in-quote"],
    ["quotes that close a line later", '"\n'.repeat(megabyte / 2), "syn-newline-in-quote"],
    ["one endless token", "x".repeat(megabyte), "rdata-too-long"],
    ["one endless string", `a TXT "${"x".repeat(megabyte)}"\n`, "rdata-too-long"],
    ["endless tokens", `a TXT${" x".repeat(megabyte / 2)}\n`, "rdata-too-long"],
    ["endless hexadecimal", `a TYPE1000 \\# 65535 ${"ab ".repeat(megabyte / 3)}\n`, "rdata-too-long"],
    ["endless labels", `${"a.".repeat(megabyte / 2)} A 192.0.2.1\n`, "rdata-too-long"],
    ["backslashes", "\\".repeat(megabyte), "rdata-too-long"],
    ["line ends without records", "\n".repeat(megabyte), "soa-missing"],
    ["one endless comment", `;${"x".repeat(megabyte)}`, "soa-missing"],
    ["records without a type", "x\n".repeat(megabyte / 2), "syn-too-many-problems"],
    ["one number after another", `a ${"1".repeat(megabyte / 8)} A 192.0.2.1\n`, "ttl-overflow"],
    ["units after units", `a ${"1w".repeat(megabyte / 16)} A 192.0.2.1\n`, "ttl-overflow"],
    ["characters outside ASCII", `a TXT ${"é".repeat(megabyte / 16)}\n`, "txt-string-too-long"],
    ["invisible characters in a row", `a TXT${" x\u00a0".repeat(60_000)}\n`, "enc-invisible-char"],
    ["a long string on every line", `a TXT "${"x".repeat(1000)}"\n`.repeat(1000), "txt-string-too-long"],
  ])("%s", (_, content, rule) => {
    expect(rulesInTime(content)).toContain(rule);
  });
});

test("a parenthesis left open in a large file costs one record, not the rest", () => {
  const comment = `; ${"x".repeat(98)}\n`.repeat((2 * LIMITS.entryOctets) / 100);
  const { diagnostics, zone } = readText(`${preamble}a MX ( 10\nb A 192.0.2.2\n${comment}c A oops\n`);
  const errors = diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
  const last = 7 + (2 * LIMITS.entryOctets) / 100;
  expect(errors).toEqual(["5:6 syn-unbalanced-paren", `${Math.ceil(last) - 1}:5 syn-wrong-rdata-kind`]);
  expect(zone.size).toBe(4);
});

test("a file that is too large is not read", () => {
  const { diagnostics, zone } = readText(new Uint8Array(LIMITS.octets + 1));
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["syn-too-large"]);
  expect(zone.size).toBe(0);
});

describe("diagnostics are bounded", () => {
  test("reading stops after so many errors, and says so", () => {
    const { diagnostics, zone } = readText(`${preamble}${"a A 1\n".repeat(5000)}b A 192.0.2.1\n`);
    expect(diagnostics).toHaveLength(LIMITS.errors + 1);
    expect(diagnostics.find(({ rule }) => rule === "syn-too-many-problems")).toMatchObject({
      severity: "error",
      line: 4 + LIMITS.errors,
    });
    expect(zone.size).toBe(3);
  });

  test("warnings are counted once there are too many, and hide no error", () => {
    const { diagnostics, zone } = readText(`${preamble}${'a TXT "x"y\n'.repeat(5000)}b A 1\n`);
    const hidden = diagnostics.find(({ rule }) => rule === "syn-too-many-problems");
    expect(hidden).toMatchObject({ severity: "warning", message: expect.stringContaining("4000 more") });
    expect(diagnostics.at(-1)).toMatchObject({ severity: "error", line: 5005 });
    expect(zone.size).toBe(5003);
  });
});

describe("$INCLUDE is bounded", () => {
  test("in depth", () => {
    const files: Record<string, string> = { "example.zone": `${preamble}$INCLUDE f1\n` };
    for (let i = 1; i < 20; i++) files[`f${i}`] = `a${i} A 192.0.2.${i}\n$INCLUDE f${i + 1}\n`;
    const result = readFiles(files);
    expect(result.zone.size).toBe(3 + LIMITS.includeDepth);
    expect(reportsOf(result)).toEqual([`f${LIMITS.includeDepth}:2:10 error dir-include-cycle`]);
    expect(reportsOf(readFiles(files, { maxIncludeDepth: 2 }))).toEqual(["f2:2:10 error dir-include-cycle"]);
  });

  test("in number, even where each file includes the next twice", () => {
    const files: Record<string, string> = {
      "example.zone": `${preamble}$INCLUDE f1\n`,
      f10: "a A 192.0.2.1\n",
    };
    for (let i = 1; i < 10; i++) files[`f${i}`] = `$INCLUDE f${i + 1}\n`.repeat(4);
    const { zone, diagnostics } = readFiles(files);
    expect(zone.size).toBeLessThan(LIMITS.includes);
    expect(diagnostics.map(({ rule }) => rule)).toContain("dir-include-cycle");
  });

  test("in octets", () => {
    const large = new Uint8Array(100 * megabyte).fill(0x3b).fill(0x0a, -1);
    const { diagnostics } = readFiles({
      "example.zone": `${preamble}$INCLUDE large\n$INCLUDE large\n$INCLUDE large\n`,
      large,
    });
    expect(diagnostics.map(({ line, rule }) => `${line} ${rule}`)).toEqual(["7 syn-too-large"]);
  });
});

test("$GENERATE is bounded over the whole zone", () => {
  const stopsAtOnce = `$GENERATE 1-${LIMITS.generated} h$ A x\n`;
  const count = LIMITS.generatedInZone / LIMITS.generated;
  const { diagnostics } = readText(preamble + stopsAtOnce.repeat(count + 1));
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  expect(errors).toEqual([...Array(count).fill("syn-wrong-rdata-kind"), "gen-too-large"]);
});
