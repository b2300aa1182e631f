import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Diagnostic, Edit } from "../../src/diagnostic/index.ts";
import { applyFixes, shiftFix } from "../../src/pull/index.ts";

function finding(...edits: readonly Edit[]): Diagnostic {
  const { line, column, endLine, endColumn } = edits[0]!;
  const span = { file: "a.zone", line, column, endLine, endColumn };
  return { ...span, rule: "r", severity: "error", message: "m", fix: { title: "do it", edits } };
}

function edit(line: number, column: number, endColumn: number, text: string): Edit {
  return { line, column, endLine: line, endColumn, text };
}

describe("all fixes of a file", () => {
  test("are made together, each meaning a place in the text as it was", () => {
    const { text, fixed, left } = applyFixes("one\ntwo\n", [
      finding(edit(2, 4, 4, ".")),
      finding(edit(1, 1, 4, "first")),
    ]);
    expect(text).toBe("first\ntwo.\n");
    expect([fixed.length, left.length]).toEqual([2, 0]);
  });

  test("that change the same text are left but for the first, all or nothing of each", () => {
    const { text, fixed, left } = applyFixes("one\ntwo\n", [
      finding(edit(1, 1, 4, "first")),
      finding(edit(2, 1, 4, "second"), edit(1, 2, 3, "N")),
    ]);
    expect(text).toBe("first\ntwo\n");
    expect([fixed.length, left.length]).toEqual([1, 1]);
  });

  test("that ask for the same are made once", () => {
    const dot = edit(1, 4, 4, ".");
    const { text, fixed } = applyFixes("one\n", [
      finding(dot),
      finding(dot),
      finding(edit(1, 4, 4, "!")),
      finding(dot),
    ]);
    expect([...text.slice(3, 5)].sort()).toEqual(["!", "."]);
    expect(text).toHaveLength(6);
    expect(fixed).toHaveLength(4);
  });

  test("that do not lie in the text are left, and the others made", () => {
    const outside = [edit(9, 1, 1, "x"), edit(1, 9, 9, "x"), edit(1, 3, 2, "x"), edit(1, 0, 1, "x")];
    const { text, left } = applyFixes("o😀e\n", [
      ...outside.map((one) => finding(one)),
      finding(edit(1, 4, 4, ".")),
    ]);
    expect(text).toBe("o😀e.\n");
    expect(left).toHaveLength(outside.length);
  });

  test("never throw nor spoil each other, however they lie", () => {
    const anyEdit = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom("", "x", "yz"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 2 }), { maxLength: 8 }), (wanted) => {
        const findings = wanted.map((edits) =>
          finding(...edits.map(([from, length, text]) => edit(1, from, Math.min(10, from + length), text))),
        );
        const { fixed, left } = applyFixes("123456789\n", findings);
        expect(fixed.length + left.length).toBe(findings.length);
      }),
    );
  });
});

describe("a fix in another text", () => {
  test("follows its lines", () => {
    const moved = shiftFix(finding(edit(3, 1, 2, "x")), (line) => line + 4);
    expect(moved?.fix?.edits).toEqual([edit(7, 1, 2, "x")]);
  });

  test("is none where one of its lines is not certain, or they moved apart", () => {
    const two = finding({ line: 1, column: 1, endLine: 2, endColumn: 1, text: "" });
    expect(shiftFix(two, (line) => (line === 1 ? 1 : undefined))).toBeUndefined();
    expect(shiftFix(two, (line) => line * 2)).toBeUndefined();
  });
});
