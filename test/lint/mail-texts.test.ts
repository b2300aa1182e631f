import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseName } from "../../src/dns/index.ts";
import { findSecret } from "../../src/lint/known/index.ts";
import { readDkimKey, readTagList, reportDomains, reportUris } from "../../src/lint/mail/index.ts";
import { isSameOrganisation } from "../../src/lint/names/index.ts";
import { Written } from "../../src/lint/writing/index.ts";

describe("a tag list", () => {
  test("has names and values with their places, white space aside", () => {
    const { tags, strays } = readTagList(" v = DMARC1 ;p=none;; stray ;=x");
    expect(tags.map(({ name, value }) => [name, value])).toEqual([
      ["v", "DMARC1"],
      ["p", "none"],
    ]);
    expect(tags.map(({ start, end, valueStart }) => [start, end, valueStart])).toEqual([
      [1, 11, 5],
      [13, 19, 15],
    ]);
    expect(strays.map(({ text }) => text)).toEqual(["stray", "=x"]);
  });

  test("gives back every octet but separators and white space, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
        const { tags, strays } = readTagList(text);
        const bare = (part: string) => part.replace(/[;\s]/g, "");
        const parts = [...tags, ...strays].sort((a, b) => a.start - b.start);
        expect(parts.map(({ start, end }) => bare(text.slice(start, end))).join("")).toBe(bare(text));
      }),
    );
  });
});

describe("addresses for reports", () => {
  test.each([
    "mailto:a@example.org",
    "mailto:a@example.org!10m,https://example.org/r",
    "mailto:a@b.example, mailto:c@d.example",
  ])("%s", (value) => expect(reportUris(value)).toBeUndefined());

  test.each([
    ["a@example.org", "mailto:a@example.org"],
    ["mailto://a@example.org", "mailto:a@example.org"],
    ["mailto:x@example.org,b@example.org", "mailto:x@example.org,mailto:b@example.org"],
    ["example.org", undefined],
    ["mailto:", undefined],
  ])("%s is none: %s", (value, instead) => {
    expect(reportUris(value)).toMatchObject({ message: expect.any(String) });
    expect(reportUris(value)?.instead).toBe(instead);
  });

  test("go to domains", () => {
    expect(reportDomains("mailto:a@example.org!10m, https://x.example/, mailto:b@example.net")).toEqual([
      "example.org",
      "example.net",
    ]);
  });
});

describe("a DKIM key", () => {
  test.each([512, 1024, 1500, 2048])("of RSA has its size: %i bits", (modulusLength) => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength });
    for (const type of ["spki", "pkcs1"] as const) {
      const data = publicKey.export({ type, format: "der" }).toString("base64");
      expect(readDkimKey(data, "rsa")).toEqual({ kind: "rsa", bits: modulusLength });
      expect(readDkimKey(`${data.slice(0, 20)} \t${data.slice(20)}`, "RSA")).toMatchObject({ kind: "rsa" });
      expect(readDkimKey(data.slice(0, -8), "rsa")).toMatchObject({ kind: "bad" });
    }
  });

  test("of Ed25519 is 32 octets", () => {
    const { publicKey } = generateKeyPairSync("ed25519");
    const data = publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64");
    expect(readDkimKey(data, "ed25519")).toEqual({ kind: "ed25519" });
    expect(readDkimKey(data, "rsa")).toMatchObject({
      kind: "bad",
      problem: expect.stringContaining("k=ed25519"),
    });
  });

  test("may be empty, which withdraws it", () =>
    expect(readDkimKey(" ", "rsa")).toEqual({ kind: "revoked" }));

  test("never throws, whatever the data", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.string(), (octets, text) => {
        const key = Buffer.from([0x30, octets.length, ...octets]).toString("base64");
        expect(readDkimKey(key, "rsa").kind).not.toBe("ed25519");
        expect(readDkimKey(text, text)).toHaveProperty("kind");
      }),
    );
  });
});

describe("what tokens stand for", () => {
  const token = (text: string, column: number, quoted: boolean) => ({
    text,
    quoted,
    span: { file: "z", line: 1, column, endLine: 1, endColumn: column + [...text].length + (quoted ? 2 : 0) },
  });

  test("is found again where it is written, escapes and characters of several octets as well", () => {
    const written = Written.of([token("a\\195\\164b", 5, true), token("ö\\;c", 20, false)])!;
    expect(written.text).toBe(Buffer.from("aäbö;c").toString("latin1"));
    expect(written.span(1, 3)).toMatchObject({ column: 7, endColumn: 15 });
    expect(written.span(3, 6)).toMatchObject({ column: 15, endColumn: 21 });
    expect(written.replace("", 0, 1, 'x"\\')?.edits[0]).toMatchObject({ column: 6, text: 'x\\"\\\\' });
    expect(written.replace("", 3, 5, "x")).toBeUndefined();
  });

  test("is not known for bad escapes and tokens over several lines", () => {
    expect(Written.of([token("\\", 1, false)])).toBeUndefined();
    expect(Written.of([token("\\999", 1, false)])).toBeUndefined();
    expect(
      Written.of([
        { ...token("a", 1, true), span: { file: "z", line: 1, column: 1, endLine: 2, endColumn: 1 } },
      ]),
    ).toBeUndefined();
  });
});

test.each([
  ["a.example.com.", "b.example.com.", true],
  ["example.com.", "mail.example.com.", true],
  ["a.example.co.uk.", "b.other.co.uk.", false],
  ["example.com.", "example.net.", false],
])("%s and %s are of one organisation: %s", (a, b, expected) => {
  expect(isSameOrganisation(parseName(a), parseName(b))).toBe(expected);
});

test("a secret is found by the mark of its maker, and takes linear time", () => {
  expect(findSecret(`x AKIA${"A1".repeat(8)} y`)).toEqual({ what: "an AWS access key", start: 2, end: 22 });
  expect(findSecret("-----BEGIN CERTIFICATE-----")).toBeUndefined();
  for (const part of ["-----BEGIN ", "gh", "AKIA", "xoxa-", "github_pat_"]) findSecret(part.repeat(6000));
});
