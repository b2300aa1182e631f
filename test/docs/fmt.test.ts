import { expect, test } from "@jest/globals";
import { formatZoneFile } from "../../src/zonefile/index.ts";
import { blocksOf } from "./blocks.ts";

test("the guide's zone file is formatted as the guide shows", () => {
  const [before, after] = blocksOf("docs/fmt.md").filter(({ language }) => language === "dns");
  const { octets, problems } = formatZoneFile(Buffer.from(before!.text), "acme.example.zone");
  expect(problems).toEqual([]);
  expect(Buffer.from(octets).toString()).toBe(after!.text);
});
