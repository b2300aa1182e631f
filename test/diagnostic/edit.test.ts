import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../src/diagnostic/index.ts";

const insert = (line: number, column: number, text: string) => ({
  line,
  column,
  endLine: line,
  endColumn: column,
  text,
});

describe("applyEdits", () => {
  test("inserts at a place", () => {
    expect(applyEdits("www CNAME web.example.net\n", [insert(1, 26, ".")])).toBe(
      "www CNAME web.example.net.\n",
    );
  });

  test("counts columns in characters, not UTF-16 units", () => {
    expect(applyEdits("; 🎈🎈 x\n", [{ line: 1, column: 6, endLine: 1, endColumn: 7, text: "y" }])).toBe(
      "; 🎈🎈 y\n",
    );
  });

  test("makes all edits where they were meant, in whatever order they are listed", () => {
    const text = "one\r\ntwo\r\nthree";
    const edits = [
      insert(3, 6, "!"),
      { line: 1, column: 1, endLine: 2, endColumn: 1, text: "" },
      insert(2, 1, "2: "),
    ];
    expect(applyEdits(text, edits)).toBe("2: two\r\nthree!");
  });

  test("makes an edit that is listed twice once", () => {
    expect(applyEdits("a", [insert(1, 2, "."), insert(1, 2, ".")])).toBe("a.");
  });

  test("refuses edits that overlap", () => {
    const edits = [
      { line: 1, column: 1, endLine: 1, endColumn: 3, text: "x" },
      { line: 1, column: 2, endLine: 1, endColumn: 4, text: "y" },
    ];
    expect(() => applyEdits("abcdef", edits)).toThrow(/two of them change the same text/);
  });

  test.each([
    ["a line that is not there", insert(4, 1, "x")],
    ["a column past the line's end", insert(1, 3, "x")],
    ["a column before the line", insert(1, 0, "x")],
  ])("refuses %s", (_what, edit) => {
    expect(() => applyEdits("a\nb\n", [edit])).toThrow(/the text has no line/);
  });

  test("refuses an edit that ends before it starts", () => {
    expect(() => applyEdits("ab\n", [{ line: 1, column: 2, endLine: 1, endColumn: 1, text: "" }])).toThrow(
      /ends before/,
    );
  });
});
