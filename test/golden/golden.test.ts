import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ALLOWED_ZONES, acmeFiles, pullKinds } from "../../src/demo/index.ts";
import { CDN } from "../e2e/acme.ts";
import { openWorld, type World } from "../e2e/world.ts";
import { FIXED, goldenPath, parts } from "./golden-files.ts";
import { published, publishedOnceFixed } from "./published.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld({ files: { [CDN]: null, ...acmeFiles() }, zones: ALLOWED_ZONES });
});
afterAll(() => world[Symbol.asyncDispose]());

test.each(pullKinds)("what a pull request of kind $kind gets back", async (kind) => {
  const found = await published(world, kind);
  for (const part of parts) expectGolden(goldenPath(kind.kind, part), found[part]);
});

test("what the typo's comment says once the suggestion is committed", async () => {
  const typo = pullKinds.find(({ kind }) => kind === "typo")!;
  const found = await publishedOnceFixed(world, { ...typo, branch: "radio-again" });
  expectGolden(goldenPath("typo", FIXED), found);
});

function expectGolden(path: string, found: string): void {
  // As write.ts asks for.
  if (process.env.ZONEWRIGHT_GOLDEN === "write") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, found);
  }
  expect(found).toBe(readFileSync(path, "utf8"));
}
