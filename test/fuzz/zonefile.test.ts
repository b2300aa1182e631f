import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { fuzzCase } from "./cases.ts";
import { checkProperties } from "./properties.ts";

const crashes = "test/fuzz/crashes";

describe("a file that was trouble once, or would have been elsewhere", () => {
  test.each(readdirSync(crashes))("%s", (name) => {
    const part = Buffer.from("$INCLUDE example.zone\n$INCLUDE part.zone\nfrom-part A 192.0.2.9\n");
    checkProperties({ "example.zone": readFileSync(join(crashes, name)), "part.zone": part });
  });
});

test("a seed and a number give the same case every time, and others give others", () => {
  expect(fuzzCase(1, 7)).toEqual(fuzzCase(1, 7));
  const contents = new Set(
    Array.from({ length: 100 }, (_, index) => fuzzCase(1, index)["example.zone"]!.toString("latin1")),
  );
  expect(contents.size).toBeGreaterThan(90);
  expect(fuzzCase(2, 7)).not.toEqual(fuzzCase(1, 7));
});

test("whatever becomes of sound zones and odd ones, every promise of the parser, the printer and fmt holds", () => {
  const args = ["test/fuzz/run.ts", "--seed", "1", "--cases", "20000"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("20000 cases, all properties hold");
}, 600_000);
