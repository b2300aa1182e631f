import { describe, expect, test } from "@jest/globals";
import { TextPlaces } from "../../src/base/index.ts";

describe("TextPlaces", () => {
  const text = "a🎈b\r\n\nlast";
  const places = new TextPlaces("x.yml", text);

  test.each([
    ["the start", 0, 1, [1, 1, 1, 2]],
    ["characters outside the basic plane", 1, 4, [1, 2, 1, 4]],
    ["an end on another line", 3, 8, [1, 3, 3, 2]],
    ["an empty line", 6, 6, [2, 1, 2, 1]],
    ["the end", 7, text.length, [3, 1, 3, 5]],
    ["what lies behind the end", 90, 99, [3, 5, 3, 5]],
    ["an end before the start", 7, 1, [3, 1, 3, 1]],
  ])("gives line and column of %s", (_what, from, to, [line, column, endLine, endColumn]) => {
    expect(places.span(from, to)).toEqual({ file: "x.yml", line, column, endLine, endColumn });
  });

  test("has one place in an empty text", () => {
    expect(new TextPlaces("x", "").span(0, 1)).toMatchObject({
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    });
  });
});
