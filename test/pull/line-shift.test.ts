import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { lineShift } from "../../src/pull/index.ts";

const lines = fc.array(fc.constantFrom("", "a", "b", "ab", "\tc"), { maxLength: 8 });

test("a line is only ever said to be one with the same text", () => {
  fc.assert(
    fc.property(lines, lines, lines, lines, (above, before, after, below) => {
      const from = [...above, ...before, ...below];
      const to = [...above, ...after, ...below];
      const shift = lineShift(from.join("\n"), to.join("\n"));
      for (const [at, line] of from.entries()) {
        const moved = shift(at + 1);
        if (moved !== undefined) expect(to[moved - 1]).toBe(line);
      }
    }),
  );
});

test("lines above a change stay, lines below it move along, those between are not certain", () => {
  const shift = lineShift("a\nb\nc\nd\n", "a\nX\nY\nc\nd\n");
  expect([1, 2, 3, 4, 5].map(shift)).toEqual([1, undefined, 4, 5, 6]);
});

test("in the same text every line is itself", () => {
  expect(lineShift("a\nb\n", "a\nb\n")(2)).toBe(2);
});

test("a line that is not there is nowhere", () => {
  expect(lineShift("a\n", "b\na\n")(9)).toBeUndefined();
});
