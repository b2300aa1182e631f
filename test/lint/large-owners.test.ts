import { describe, expect, test } from "@jest/globals";
import { lint } from "../../src/lint/index.ts";
import { lintZone } from "./judge-example.ts";

const judge = (body: string) => {
  const zone = lintZone({
    origin: "example.org.",
    text: `$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n${body}\n`,
  });
  return lint([zone], [zone])
    .filter(({ rule }) => rule === "rrset-too-large")
    .map(({ severity, message }) => `${severity}: ${message}`);
};

describe("rrset-too-large", () => {
  test("records that fit in no answer are an error", () => {
    const body = Array.from(
      { length: 99 },
      (_, i) => `big TXT "${i}" "${"x".repeat(240)}" "${"y".repeat(250)}" "${"z".repeat(250)}"`,
    );
    expect(judge(body.join("\n"))).toEqual([
      expect.stringMatching(/^error: big\.example\.org\. TXT has 99 records, \d+ octets/),
    ]);
  });

  test("types are counted too", () => {
    const body = Array.from({ length: 101 }, (_, i) => `many TYPE${65300 + i} \\# 1 00`);
    expect(judge(body.join("\n"))).toEqual([expect.stringContaining("records of 101 types")]);
  });

  test("many records of several types are no large set", () => {
    const body = Array.from({ length: 60 }, (_, i) => `pool A 192.0.2.${i}\npool AAAA 2001:db8::${i + 1}`);
    expect(judge(body.join("\n"))).toEqual([]);
  });
});
