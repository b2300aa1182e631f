import { expect, test } from "@jest/globals";
import { mergeOrder } from "../../src/queue/index.ts";

test("the longest ready merges first, then the lowest number; who is not ready is not in line", () => {
  const line = mergeOrder([
    { number: 4, readySince: 20 },
    { number: 3, readySince: undefined },
    { number: 2, readySince: 20 },
    { number: 9, readySince: 10 },
  ]);
  expect(line.map(({ number }) => number)).toEqual([9, 2, 4]);
});
