import { describe, expect, test } from "@jest/globals";
import { fixOctets } from "../../src/controller/fix-commit.ts";
import type { Diagnostic } from "../../src/diagnostic/index.ts";

const MARK = "\ufeff";
const TEXT = "www CNAME mail.acme.example\nmail A 192.0.2.1\n";

function finding(rule: string, column: number, text: string): Diagnostic {
  const place = { line: 1, column, endLine: 1, endColumn: column };
  return {
    ...{ ...place, file: "a.zone", rule, severity: "error", message: "m" },
    fix: { title: "do it", edits: [{ ...place, text }] },
  };
}

const dot = finding("dot", 28, ".");
const mark = finding("enc-bom", 1, "");

function fixedOf(text: string, ...findings: readonly Diagnostic[]): string {
  const octets = Buffer.from(text);
  return Buffer.from(fixOctets(octets, octets, findings)!.octets).toString();
}

describe("the octets of a file with its fixes", () => {
  test("have the byte order mark they had, which no column counts", () => {
    expect(fixedOf(MARK + TEXT, dot)).toBe(MARK + TEXT.replace("example\n", "example.\n"));
  });

  test("are without the mark where that is what is fixed, be it alone or not", () => {
    expect(fixedOf(MARK + TEXT, mark)).toBe(TEXT);
    expect(fixedOf(MARK + TEXT, dot, mark)).toBe(TEXT.replace("example\n", "example.\n"));
  });

  test("are those of the head where only the merge result has a mark", () => {
    const octets = fixOctets(Buffer.from(MARK + TEXT), Buffer.from(TEXT), [dot])?.octets;
    expect(Buffer.from(octets!).toString()).toBe(TEXT.replace("example\n", "example.\n"));
  });

  test("are none where one of the two is not UTF-8", () => {
    const latin = Buffer.from("caf\u00e9", "latin1");
    expect(fixOctets(latin, Buffer.from(TEXT), [dot])).toBeUndefined();
    expect(fixOctets(Buffer.from(TEXT), latin, [dot])).toBeUndefined();
  });
});
