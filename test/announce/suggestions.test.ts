import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type SuggestionFile, suggestionsFor, suggestionsIntro } from "../../src/announce/index.ts";
import { applyEdits, type Diagnostic, type Edit } from "../../src/diagnostic/index.ts";

const PATH = "zones/a.zone";
const LINES = [
  "$TTL 300",
  "www\tA\t192.0.2.1",
  "radio CNAME edge.cdn.example",
  "tv CNAME edge.cdn.example",
  "",
];

function dotOn(line: number, more: Partial<Diagnostic> = {}): Diagnostic {
  const column = LINES[line - 1]!.length + 1;
  return withFix({ line, column, endLine: line, endColumn: column, text: "." }, more);
}

function withFix(edit: Edit, more: Partial<Diagnostic> = {}): Diagnostic {
  const { line, column, endLine, endColumn } = edit;
  return {
    ...{
      file: PATH,
      line,
      column,
      endLine,
      endColumn,
      rule: "dot",
      severity: "error",
      message: "a dot is missing",
    },
    fix: { title: "add the trailing dot", edits: [edit] },
    ...more,
  };
}

function suggested(findings: readonly Diagnostic[], file: Partial<SuggestionFile> = {}, lines = LINES) {
  const whole = { path: PATH, shown: [{ first: 1, last: 9 }], shift: (line: number) => line, ...file };
  return suggestionsFor(whole, findings, (_path, line) => lines[line - 1]);
}

/** The content of a suggestion's block. */
function blockOf(body: string): string {
  return /^(`{3,})suggestion\n([\s\S]*?)^\1$/m.exec(body)![2]!;
}

describe("a suggestion", () => {
  test("is the whole line as the fix would have it", () => {
    const [one] = suggested([dotOn(3)]);
    expect(one).toMatchObject({ path: PATH, lines: { first: 3, last: 3 } });
    expect(blockOf(one!.body)).toBe("radio CNAME edge.cdn.example.\n");
    expect(one!.body).toMatch(/^\*\*error\*\* a dot is missing\. \(`dot`\)\n\nFix: add the trailing dot\.\n/);
  });

  test("is one for all fixes of the same lines, and one each for those of others", () => {
    const found = [
      dotOn(4),
      dotOn(3),
      withFix({ line: 3, column: 1, endLine: 3, endColumn: 6, text: "station" }),
    ];
    expect(suggested(found).map(({ body }) => blockOf(body))).toEqual([
      "station CNAME edge.cdn.example.\n",
      "tv CNAME edge.cdn.example.\n",
    ]);
  });

  test("is none where a line stands for octets that are no text", () => {
    const lines = LINES.with(2, "radio CNAME edge.cdn.example ; caf\ufffd");
    expect(suggested([dotOn(3), dotOn(4)], {}, lines)).toHaveLength(1);
    const edit = { line: 3, column: 1, endLine: 3, endColumn: 1, text: "\ufffd" };
    expect(suggested([withFix(edit)])).toEqual([]);
  });

  test("adds a line below the one above it, and removes lines whole", () => {
    const added = withFix({ line: 4, column: 1, endLine: 4, endColumn: 1, text: "radio AAAA 2001:db8::1\n" });
    expect(suggested([added])[0]).toMatchObject({ lines: { first: 3, last: 3 } });
    expect(blockOf(suggested([added])[0]!.body)).toBe(
      "radio CNAME edge.cdn.example\nradio AAAA 2001:db8::1\n",
    );
    const removed = withFix({ line: 3, column: 1, endLine: 4, endColumn: 1, text: "" });
    expect(suggested([removed])[0]).toMatchObject({ lines: { first: 3, last: 3 } });
    expect(blockOf(suggested([removed])[0]!.body)).toBe("");
  });

  test("stands where the head has the line", () => {
    expect(suggested([dotOn(3)], { shift: (line) => line + 5 })[0]).toMatchObject({
      lines: { first: 8, last: 8 },
    });
    expect(suggested([dotOn(3)], { shift: () => undefined })).toEqual([]);
  });

  test("is none outside the hunks of the diff, nor across two", () => {
    const both = withFix({ line: 3, column: 1, endLine: 4, endColumn: 3, text: "x" });
    expect(suggested([dotOn(3)], { shown: [{ first: 4, last: 9 }] })).toEqual([]);
    const apart = [
      { first: 1, last: 3 },
      { first: 4, last: 9 },
    ];
    expect(suggested([both], { shown: apart })).toEqual([]);
    expect(suggested([both])).toHaveLength(1);
  });

  test("is none for mere information, for lines with CR, and for what nobody would see", () => {
    expect(suggested([dotOn(3, { severity: "info" })])).toEqual([]);
    expect(
      suggested(
        [dotOn(3)],
        {},
        LINES.map((line) => `${line}\r`),
      ),
    ).toEqual([]);
    const hidden = withFix({ line: 3, column: 1, endLine: 3, endColumn: 1, text: "\u202e" });
    expect(suggested([hidden])).toEqual([]);
  });

  test("has the same key wherever its line has moved to, and another where the line differs", () => {
    const key = (line: number, lines = LINES) => suggested([dotOn(line)], {}, lines)[0]!.key;
    const moved = suggested([dotOn(3)], { shift: (line) => line + 1 })[0]!.key;
    expect(moved).toBe(key(3));
    expect(key(4)).not.toBe(key(3));
    const same = ["a A 192.0.2.1", "a A 192.0.2.1"];
    const twice = [1, 2].map((line) => withFix({ line, column: 1, endLine: line, endColumn: 2, text: "b" }));
    expect(new Set(suggested(twice, {}, same).map((one) => one.key)).size).toBe(2);
  });

  test("cannot be broken out of by what a record or a message holds", () => {
    const nasty = 'radio TXT "````"';
    const column = nasty.length + 1;
    const found = withFix(
      { line: 1, column, endLine: 1, endColumn: column, text: "." },
      { message: "@acme/all ```suggestion\n<b>" },
    );
    const [one] = suggested([found], {}, [nasty]);
    expect(one!.body.match(/^`+suggestion/gm)).toEqual(["`````suggestion"]);
    expect(one!.body).not.toContain("@acme");
    expect(one!.body).not.toContain("<b>");
    expect(blockOf(one!.body)).toBe(`${nasty}.\n`);
  });

  test("committed, is what the fix makes of the file", () => {
    const text = fc.array(fc.stringMatching(/^[a-z` ~]{0,8}$/), { minLength: 2, maxLength: 6 });
    const edits = fc.array(
      fc.tuple(fc.nat(5), fc.nat(4), fc.nat(4), fc.constantFrom("", ".", "``", "x\ny")),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(text, edits, (lines, wanted) => {
        const findings = wanted.map(([at, from, to, put]) => {
          const line = (at % lines.length) + 1;
          const length = lines[line - 1]!.length;
          const [a, b] = [Math.min(from, length) + 1, Math.min(to, length) + 1];
          const span = { line, column: Math.min(a, b), endLine: line, endColumn: Math.max(a, b) };
          return withFix({ ...span, text: put });
        });
        for (const found of findings) {
          const [one] = suggested([found], {}, lines);
          if (one === undefined) continue;
          const committed = [...lines];
          const block = blockOf(one.body).split("\n").slice(0, -1);
          committed.splice(one.lines.first - 1, one.lines.last - one.lines.first + 1, ...block);
          expect(committed.join("\n")).toBe(applyEdits(lines.join("\n"), found.fix!.edits));
        }
      }),
    );
  });
});

test("the review says how many fixes it offers, how many more there are, and what commits all", () => {
  expect(suggestionsIntro(1, 0, false)).toBe("A change to commit with one click.");
  expect(suggestionsIntro(30, 12, true)).toBe(
    "30 changes to commit with one click each. 12 more are in the annotations of the check run. " +
      "**Fix** in the check run commits all that can be fixed.",
  );
});
