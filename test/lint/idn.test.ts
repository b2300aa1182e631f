import { expect, test } from "@jest/globals";
import { latinLookalike, mixedScripts } from "../../src/lint/names/index.ts";

test.each([
  ["pаypal", ["Latin", "Cyrillic"]],
  ["αbc", ["Latin", "Greek"]],
])("%s mixes scripts", (word, scripts) => {
  expect(mixedScripts(word)).toEqual(scripts);
});

test.each(["münchen", "правда", "日本語テスト", "東京tokyo", "한국", "ελλάδα"])(
  "%s is in scripts that are written together",
  (word) => {
    expect(mixedScripts(word)).toBeUndefined();
  },
);

test("letters that all look like Latin ones are taken for them", () => {
  expect(latinLookalike("аррӏе")).toBe("apple");
  expect(latinLookalike("сосна")).toBeUndefined();
  expect(latinLookalike("apple")).toBeUndefined();
  expect(latinLookalike("24-7")).toBeUndefined();
});
