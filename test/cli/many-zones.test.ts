import { afterAll, expect, jest, test } from "@jest/globals";
import { processOutput, run } from "../../src/cli/index.ts";
import { BAD_ZONE, Collected, call, Folders, GOOD_ZONE } from "./world.ts";

jest.setTimeout(60_000);

const folders = new Folders();
afterAll(() => folders.remove());

/** Enough to be judged in several threads. */
const ZONES = 400;
const fileOf = (at: number) => `zones/z${String(at).padStart(3, "0")}.example.zone`;
const isBad = (at: number) => at % 7 === 3;
const many = folders.make(
  Object.fromEntries(
    Array.from({ length: ZONES }, (_, at) => [fileOf(at), isBad(at) ? BAD_ZONE : GOOD_ZONE]),
  ),
);

test("findings in many zones come in the order of their files", async () => {
  const { code, out, err } = await call(many, ["check", "--format", "json"]);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  const found = JSON.parse(out) as { file: string; rule: string }[];
  const wanted = Array.from({ length: ZONES }, (_, at) => at).filter(isBad);
  expect(found.map(({ file, rule }) => [file, rule])).toEqual(
    wanted.map((at) => [fileOf(at), "cname-dangling"]),
  );
});

test("a terminal is told how many zones are done, in a line that is gone at the end", async () => {
  const stderr = new Collected(true);
  expect(await run(["check", many], processOutput(new Collected(), stderr, false))).toBe(1);
  const lines = stderr.text.split("\r\u001b[2K");
  expect(lines).toContain(`parsing zones: 0 of ${ZONES}`);
  expect(lines).toContain(`judging zones: 0 of ${ZONES}`);
  expect(lines.at(-1)).toBe(`${ZONES} zones, 1257 records: 57 errors, 0 warnings, 0 notes\n`);
});
