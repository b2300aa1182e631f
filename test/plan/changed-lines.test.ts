import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { changedLines } from "../../src/plan/source/changed-lines.ts";
import { FileText } from "../../src/plan/source/file-text.ts";

const lines = fc.array(fc.constantFrom("a", "b", "c", "d", "e", ""), { maxLength: 20 });

test("the hunks turn the one into the other, in order and apart", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const rebuilt: string[] = [];
      let at = 0;
      for (const hunk of changedLines(before, after)) {
        rebuilt.push(...before.slice(at, hunk.beforeAt));
        expect(rebuilt.length).toBe(hunk.afterAt);
        expect(before.slice(hunk.beforeAt, hunk.beforeAt + hunk.before.length)).toEqual(hunk.before);
        expect(hunk.before.length + hunk.after.length).toBeGreaterThan(0);
        rebuilt.push(...hunk.after);
        at = hunk.beforeAt + hunk.before.length;
      }
      expect([...rebuilt, ...before.slice(at)]).toEqual(after);
    }),
  );
});

test("a line put in among many is one line", () => {
  const many = Array.from({ length: 200_000 }, (_, at) => `line ${at}`);
  expect(changedLines(many, many.toSpliced(100_000, 0, "new"))).toEqual([
    { beforeAt: 100_000, before: [], afterAt: 100_000, after: ["new"] },
  ]);
});

test("lines that all repeat cost no square", () => {
  const repeat = (text: string) => Array.from({ length: 200_000 }, (_, at) => `${text}${at % 2}`);
  const begun = performance.now();
  changedLines(repeat("x"), repeat("y"));
  changedLines([...repeat("x"), "end"], ["start", ...repeat("x")]);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

describe("a file's text", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "$TTL 1", "é"), { maxLength: 12 })
    .chain((parts) => fc.constantFrom(parts.join("\n"), `${parts.join("\n")}\n`));

  test("has the lines' numbers, and can be had without any one hunk", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const file = new FileText(Buffer.from(before), Buffer.from(after));
        const latin = (words: string) => Buffer.from(words).toString("latin1");
        const all = latin(after).split("\n");
        for (const hunk of file.hunks) {
          for (const [at, line] of hunk.after.entries())
            expect(all[file.lineNumber(hunk.afterAt + at) - 1]).toBe(line.replace("\n", ""));
        }
        const [only] = file.hunks;
        if (file.hunks.length !== 1) return;
        const undone = file.with(only!.afterAt, only!.after.length, only!.before);
        expect(Buffer.from(undone).toString().replace(/\n$/, "")).toBe(before.replace(/\n$/, ""));
      }),
    );
  });
});
