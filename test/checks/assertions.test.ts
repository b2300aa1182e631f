import { readdirSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { assertionKinds } from "../../src/checks/index.ts";

const filesOf = (folder: string, ending: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith(ending) && file !== "index.ts")
    .map((file) => file.slice(0, -ending.length))
    .sort();

const kinds = assertionKinds.map(({ kind }) => kind);

test("every file of src/checks/assertions is in the index", () => {
  expect(kinds).toEqual(filesOf("../../src/checks/assertions", ".ts"));
});

test("every kind has its tests", () => {
  expect(filesOf("assertions", ".test.ts")).toEqual(expect.arrayContaining(kinds));
});
