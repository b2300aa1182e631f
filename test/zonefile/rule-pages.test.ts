import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../src/diagnostic/index.ts";
import { parserRules } from "../../src/zonefile/index.ts";
import { type ParserExample, type ParserRulePage, parserRulePages } from "../../src/zonefile/pages/index.ts";
import { judgeParserExample } from "./judge-parser-example.ts";

type Judged = ReturnType<typeof judgeParserExample>;
const judged = new Map<ParserExample, Judged>();

/** Each example is judged once, for what it finds and for its fixes. */
function judgeOnce(example: ParserExample): Judged {
  const result = judged.get(example) ?? judgeParserExample(example);
  judged.set(example, result);
  return result;
}

const pages = Object.entries(parserRulePages) as [keyof typeof parserRules, ParserRulePage][];

test("every rule of the parser has its page, in a file of its name", () => {
  const files = readdirSync(new URL("../../src/zonefile/pages", import.meta.url));
  const ids = Object.keys(parserRules);
  expect(files.sort()).toEqual([...ids, "index", "page"].map((name) => `${name}.ts`).sort());
  expect(pages.map(([id]) => id).sort()).toEqual(ids.sort());
});

test("nothing that runs loads the pages", () => {
  const folder = new URL("../../src/zonefile/", import.meta.url);
  const files = readdirSync(folder, { recursive: true }).map(String);
  const loading = files.filter(
    (file) =>
      file.endsWith(".ts") &&
      !file.startsWith("pages/") &&
      readFileSync(new URL(file, folder), "utf8").includes("pages/"),
  );
  expect(loading).toEqual([]);
});

describe.each(pages)("%s", (id, { explanation, examples }) => {
  test("says what it is in one sentence, and why it matters", () => {
    expect(parserRules[id].summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(explanation.length).toBeGreaterThan(60);
    expect(examples.fail.length * examples.pass.length).toBeGreaterThan(0);
  });

  test.each([...examples.fail])("finds: $title", (example) => {
    const { found, expected, diagnostics } = judgeOnce(example);
    expect(found).toEqual(expected);
    expect(diagnostics.map(({ rule }) => rule)).toContain(id);
  });

  test.each([...examples.pass])("lets pass: $title", (example) => {
    const { found, expected, diagnostics } = judgeOnce(example);
    expect(found).toEqual(expected);
    expect(diagnostics.map(({ rule }) => rule)).not.toContain(id);
  });

  test.each([...examples.fail])("its fix, where it has one, ends the finding: $title", (example) => {
    const fixed = applyFixes(example, id);
    if (fixed === undefined) return;
    expect(judgeParserExample(fixed).diagnostics.map(({ rule }) => rule)).not.toContain(id);
  });
});

/** The example with the rule's fixes applied; undefined where not every finding has one. */
function applyFixes(example: ParserExample, id: string): ParserExample | undefined {
  const findings = judgeOnce(example).diagnostics.filter(({ rule }) => rule === id);
  if (findings.some(({ fix }) => fix === undefined)) return undefined;
  const text = applyEdits(
    example.text.replace(/^\ufeff/, ""),
    findings.flatMap(({ fix }) => fix!.edits),
  );
  return { ...example, text };
}
