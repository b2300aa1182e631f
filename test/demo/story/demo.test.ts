import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { runDemo } from "../../../src/demo/index.ts";
import { DEMO_BLOCK, timeless } from "../../harness/docs/demo-output.ts";

const plain = (text: string) => text;
const paint = { bold: plain, dim: plain, green: plain, red: plain, cyan: plain };

test("the demo's story goes as it should, and as the README shows it", async () => {
  const lines: string[] = [];
  const well = await runDemo({ once: true }, { out: (text) => lines.push(text), paint });
  const said = lines.join("\n");
  expect(said).not.toContain("WRONG");
  expect(well).toBe(true);
  const shown = DEMO_BLOCK.exec(readFileSync("README.md", "utf8"))?.[2] ?? "";
  expect(timeless(said)).toBe(timeless(shown));
}, 90_000);
