import { describe, expect, test } from "@jest/globals";
import { preamble } from "../corpus/zonefile/torture-case.ts";
import { readFiles, readText } from "./reading.ts";

/** The one error of a file, as "line:column-endLine:endColumn". */
function errorSpan(content: string | Uint8Array): string {
  const errors = readText(content).diagnostics.filter(({ severity }) => severity === "error");
  expect(errors).toHaveLength(1);
  const { line, column, endLine, endColumn } = errors[0]!;
  return `${line}:${column}-${endLine}:${endColumn}`;
}

describe("a position", () => {
  test("covers the token at fault, its end exclusive", () => {
    expect(errorSpan(`${preamble}www A 192.0.2.256\n`)).toBe("5:7-5:18");
  });

  test("covers the quotes of a quoted token", () => {
    expect(errorSpan(`${preamble}www A "192.0.2.2"\n`)).toBe("5:7-5:18");
  });

  test("counts a tab as one character", () => {
    expect(errorSpan(`${preamble}www\t\tA\t192.0.2\n`)).toBe("5:8-5:15");
  });

  test("counts characters, not octets or UTF-16 units", () => {
    expect(errorSpan(`${preamble}a TXT "é" "😀" (\n`)).toBe("5:15-5:16");
    expect(errorSpan(`${preamble}a CAA 0 issue "é😀" extra\n`)).toBe("5:20-5:25");
  });

  test("counts each octet that is no UTF-8 as the character it is shown as", () => {
    const head = new TextEncoder().encode(`${preamble}a CAA 0 issue "`);
    const tail = new TextEncoder().encode('" extra\n');
    expect(errorSpan(Uint8Array.of(...head, 0xff, 0xfe, ...tail))).toBe("5:20-5:25");
  });

  test("is that of the invisible character, whatever stands before it", () => {
    const head = new TextEncoder().encode(`${preamble}a`);
    const tail = new TextEncoder().encode("\u00a0b A 192.0.2.2\n");
    expect(errorSpan(Uint8Array.of(...head, 0xff, 0xfe, ...tail))).toBe("5:4-5:5");
  });

  test("is on the right line inside parentheses, comments and blank lines included", () => {
    const text = `${preamble}a TXT ( "x" ; one\n\n  ; two "\n  "y" )\nb SOA2 ( x\n ) y\nc MX ( 10\n  mail\n  junk )\n`;
    const { diagnostics } = readText(text);
    expect(diagnostics.map(({ line, column }) => [line, column])).toEqual([
      [9, 3],
      [13, 3],
    ]);
  });

  test("does not count the carriage return of CRLF", () => {
    const { diagnostics } = readText(`${preamble}a MX 10\r\nb A 1\r\n`);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ line, column, endColumn }) => [line, column, endColumn])).toEqual([
      [5, 8, 8],
      [6, 5, 6],
    ]);
  });

  test("does not count a byte order mark", () => {
    const { diagnostics } = readText("\ufeff@ A 1\n");
    expect(diagnostics.find(({ rule }) => rule === "syn-wrong-rdata-kind")).toMatchObject({
      line: 1,
      column: 5,
    });
  });

  test("names the included file, and lines start from 1 there", () => {
    const { diagnostics } = readFiles({
      "example.zone": `${preamble}$INCLUDE parts/web\nb A 1\n`,
      "parts/web": "; web\nwww A oops.\n",
    });
    expect(diagnostics.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)).toEqual([
      "example.zone:6:5 syn-wrong-rdata-kind",
      "parts/web:2:7 syn-wrong-rdata-kind",
    ]);
  });

  test("is the end of the last token where something is missing", () => {
    expect(errorSpan(`${preamble}a MX 10 ; comment\n`)).toBe("5:8-5:8");
    expect(errorSpan(`${preamble}a ; comment\n`)).toBe("5:2-5:2");
  });
});

describe("one run", () => {
  test("reports every record at fault and keeps every sound one", () => {
    const { diagnostics, zone } = readText(
      `${preamble}a A 1\nb A 192.0.2.2\nc TXT "open\nd A 192.0.2.3\ne NOPE x\n$NOPE\nf A 192.0.2.4\ng.. A 192.0.2.5\n`,
    );
    expect(diagnostics.map(({ line }) => line)).toEqual([5, 7, 9, 10, 12]);
    expect(zone.size).toBe(3 + 3);
  });

  test("says one thing once, though the file is included twice", () => {
    const { diagnostics } = readFiles({
      "example.zone": `${preamble}$INCLUDE a x.example.\n$INCLUDE a y.example.\n`,
      a: "www A 1\n",
    });
    expect(diagnostics).toHaveLength(1);
  });

  test("goes on after a parenthesis that is never closed", () => {
    const { diagnostics, zone } = readText(`${preamble}a MX ( 10\n   mail\nb A 192.0.2.2\nc A 1\n`);
    expect(diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([
      "5:6 syn-unbalanced-paren",
      "8:5 syn-wrong-rdata-kind",
    ]);
    expect(zone.size).toBe(4);
  });

  test("tells a string broken over two lines from one that is not closed", () => {
    const broken = readText(`${preamble}a TXT "one\ntwo"\nb A 192.0.2.2\n`);
    expect(broken.diagnostics.map(({ line, rule }) => `${line} ${rule}`)).toEqual(["5 syn-newline-in-quote"]);
    const open = readText(`${preamble}a TXT "one\nb TXT "two"\n`);
    expect(open.diagnostics.map(({ line, rule }) => `${line} ${rule}`)).toEqual(["5 syn-unterminated-quote"]);
    expect(open.zone.size).toBe(4);
  });
});
