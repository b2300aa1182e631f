import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path/posix";
import { describe, expect, test } from "@jest/globals";

const root = "src/lint";
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const imports = files.flatMap((from) =>
  [...readFileSync(join(root, from), "utf8").matchAll(/from "(\.[^"]+)"/g)]
    .map((match) => ({ from, to: join(dirname(from), match[1]!) }))
    .filter(({ to }) => !to.startsWith("..")),
);

describe("the folders of src/lint", () => {
  test("are each entered by their index, from outside", () => {
    const past = imports.filter(({ from, to }) => {
      const [folder, ...inside] = relative(dirname(from), to)
        .replace(/^(?:\.\.\/)+/, "")
        .split("/");
      return folder !== undefined && inside.length > 0 && inside.join("/") !== "index.ts";
    });
    expect(past).toEqual([]);
  });

  test("say in their index what they are", () => {
    const indexes = files.filter((file) => file.endsWith("/index.ts") && !file.startsWith("rules/"));
    const silent = indexes.filter((file) => !readFileSync(join(root, file), "utf8").startsWith("/**"));
    expect(indexes.length).toBeGreaterThan(10);
    expect(silent).toEqual([]);
  });

  test("are where everything is that not every rule meets", () => {
    expect(files.filter((file) => !file.includes("/")).sort()).toEqual([
      "change.ts",
      "example.ts",
      "index.ts",
      "references.ts",
      "rule.ts",
      "settings.ts",
      "world.ts",
      "zone.ts",
    ]);
  });
});
