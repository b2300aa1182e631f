import { expect, test } from "@jest/globals";
import { shownLines } from "../../src/pull/index.ts";

test("the new side of each hunk, context included", () => {
  const patch = "@@ -1,3 +1,4 @@ $TTL 300\n a\n+b\n c\n d\n@@ -20,2 +21 @@\n-x\n y";
  expect(shownLines(patch)).toEqual([
    { first: 1, last: 4 },
    { first: 21, last: 21 },
  ]);
});

test("a new file is shown whole, a removed one not at all", () => {
  expect(shownLines("@@ -0,0 +1,2 @@\n+a\n+b")).toEqual([{ first: 1, last: 2 }]);
  expect(shownLines("@@ -1,2 +0,0 @@\n-a\n-b")).toEqual([]);
});

test("a line that only looks like a hunk's head is none: content is indented by one", () => {
  expect(shownLines("@@ -1 +1,2 @@\n a\n+@@ -9,9 +9,9 @@")).toEqual([{ first: 1, last: 2 }]);
});

test("what is no patch shows nothing", () => {
  expect(shownLines("")).toEqual([]);
  expect(shownLines("@@ nonsense @@")).toEqual([]);
});
