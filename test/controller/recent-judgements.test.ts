import { expect, test } from "@jest/globals";
import { RecentJudgements } from "../../src/controller/index.ts";

test("what was judged lately is known, for ten minutes, and not without bound", () => {
  let now = 0;
  const recent = new RecentJudgements<number>({ now: () => now });
  recent.keep("a", 1);
  expect(recent.find("a")).toBe(1);
  expect(recent.find("b")).toBeUndefined();
  now = 10 * 60_000;
  expect(recent.find("a")).toBeUndefined();
  for (let key = 0; key < 100; key += 1) recent.keep(String(key), key);
  expect(recent.find("0")).toBeUndefined();
  expect(recent.find("99")).toBe(99);
});
