import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Setting } from "./cases/case.ts";
import { cases } from "./cases/index.ts";
import { openPlayground, type Playground } from "./playground.ts";

describe("the stand-in GitHub does what GitHub does", () => {
  let playground: Playground;
  let setting: Setting;

  beforeAll(async () => {
    playground = await openPlayground();
    setting = await playground.setting();
  });
  afterAll(async () => {
    await playground[Symbol.asyncDispose]();
  });

  test.each(cases)("§$section: $says", async ({ run }) => {
    await run(setting);
  });

  test("in all of that, every request and answer was as GitHub's description has it", () => {
    expect(playground.github.requests.length).toBeGreaterThan(cases.length);
    expect(playground.violations).toEqual([]);
  });
});
