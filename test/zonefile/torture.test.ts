import { describe, expect, test } from "@jest/globals";
import { torture } from "../corpus/zonefile/torture.ts";
import { preamble, preambleSize } from "../corpus/zonefile/torture-case.ts";
import { readFiles, recordsOf, reportsOf } from "./reading.ts";

describe.each(Object.entries(torture))("section %s", (_, cases) => {
  test.each(cases)("$id", ({ input, bare, includes, records, reports }) => {
    const result = readFiles({ "example.zone": bare ? input : preamble + input, ...includes });
    expect(recordsOf(result.zone).slice(bare ? 0 : preambleSize)).toEqual(records);
    expect(reportsOf(result)).toEqual(reports);
  });
});

test("the list has its rows, each once", () => {
  const ids = Object.values(torture).flatMap((cases) => cases.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => /^[a-z]{3}-\d{3}$/.test(id))).toHaveLength(283);
});
