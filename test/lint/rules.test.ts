import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../src/diagnostic/index.ts";
import { lint, type Rule, type RuleExample, rules } from "../../src/lint/index.ts";
import { judgeExample, lintZone, optionsOf } from "./judge-example.ts";

const list: readonly Rule[] = rules;
const ids = list.map(({ id }) => id);

test("every file below the folder is a rule in the list, each once", () => {
  const folder = readdirSync(new URL("../../src/lint/rules", import.meta.url), { recursive: true });
  const files = folder.map((path) => basename(String(path))).filter((file) => file.endsWith(".ts"));
  expect(files.filter((file) => file !== "index.ts").sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
});

describe.each(list)("$id", (rule) => {
  test("says what it is in one sentence, and supersedes rules that are there", () => {
    expect(rule.summary).toMatch(/^[A-Z][^.]*(?:\d\.\d[^.]*)?\.$/);
    expect(rule.explanation.length).toBeGreaterThan(60);
    expect(ids).toEqual(expect.arrayContaining([...(rule.supersedes ?? [])]));
  });

  test.each([...rule.examples.fail])("finds: $title", (example) => {
    const { found, expected } = judgeExample(example);
    expect(expected.some((line) => line.split(" ")[1] === rule.id)).toBe(true);
    expect(found).toEqual(expected);
  });

  test.each([...rule.examples.pass])("lets pass: $title", (example) => {
    expect(judgeExample(example)).toEqual({ found: [], expected: [] });
  });

  test.each([...rule.examples.fail])("its fix, where it has one, ends the finding: $title", (example) => {
    const fixed = applyFixes(example, rule);
    if (fixed === undefined) return;
    expect(judgeExample(fixed).found.filter((line) => line.includes(` ${rule.id} `))).toEqual([]);
  });

  test("has no example for nothing", () => {
    expect(rule.examples.fail.length * rule.examples.pass.length).toBeGreaterThan(0);
  });
});

/** The example with the rule's fixes applied; undefined where it proposes none. */
function applyFixes(example: RuleExample, rule: Rule): RuleExample | undefined {
  const zones = example.zones.map(lintZone);
  const fixes = lint(zones, zones, optionsOf(example)).filter((found) => found.rule === rule.id && found.fix);
  if (fixes.length === 0) return undefined;
  return {
    title: example.title,
    zones: example.zones.map((zone, index) => {
      const edits = fixes.filter(({ file }) => file === zones[index]!.file).flatMap(({ fix }) => fix!.edits);
      return { ...zone, text: applyEdits(zone.text, edits) };
    }),
  };
}
