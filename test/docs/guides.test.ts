import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { parseRepositoryConfig } from "../../src/config/index.ts";
import { blocksOf, guides } from "./blocks.ts";

const blocks = guides().flatMap(blocksOf);

describe("what the guides show", () => {
  const configs = blocks.filter(({ text }) => text.startsWith("# .github/zonewright.yml"));

  test.each(configs.map(({ guide, text }) => [guide, text] as const))(
    "is a repository config that is taken: %s",
    (_, text) => {
      expect(parseRepositoryConfig(text, ".github/zonewright.yml").diagnostics).toEqual([]);
    },
  );

  test.each(
    blocks.filter(({ language }) => language === "yaml").map(({ guide, text }) => [guide, text] as const),
  )("is YAML: %s", (_, text) => {
    expect(parse(text, { strict: true, uniqueKeys: true })).toBeDefined();
  });

  test("is a config in README.md and in docs/lint.md", () => {
    expect(configs.map(({ guide }) => guide)).toEqual(expect.arrayContaining(["README.md", "docs/lint.md"]));
  });
});
