import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { chosenCases, readHereOnly, refusedHereOnly } from "./zone-readers/choices.ts";
import { surveyEverything } from "./zone-readers/everything.ts";
import { madeParts, PAGE, reasonFor, withParts } from "./zone-readers/page.ts";
import { compiledByBind, readers } from "./zone-readers/readers.ts";
import { isUnanimous, markOf, type Surveyed } from "./zone-readers/survey.ts";

let surveyed: Surveyed[];

beforeAll(async () => {
  surveyed = await surveyEverything();
}, 600_000);

/** All four read it, and the same records in it. */
function isReadByAll(each: Surveyed): boolean {
  return isUnanimous(each) && readers.every((reader) => each.readings[reader] !== undefined);
}

function isRefusedByAll(each: Surveyed): boolean {
  return readers.every((reader) => each.readings[reader] === undefined);
}

const ids = (list: readonly Surveyed[]) => list.map(({ id }) => id).sort();

describe("a zone that BIND, Knot DNS, NSD and ldns all read", () => {
  test("is one of many", () => {
    expect(surveyed.filter(isReadByAll).length).toBeGreaterThan(230);
  });

  test("is read, but for those that are written down", () => {
    expect(ids(surveyed.filter((each) => isReadByAll(each) && each.ours === undefined))).toEqual(
      Object.keys(refusedHereOnly).sort(),
    );
  });

  test("has the same records here, one for one", () => {
    const differing = surveyed.filter(
      (each) => isReadByAll(each) && each.ours && readers.some((reader) => markOf(each, reader) !== "same"),
    );
    expect(ids(differing)).toEqual([]);
  });

  test("compiles to text of which named-compilezone makes the same zone as of the original", async () => {
    const scratch = mkdtempSync(join(tmpdir(), "zonewright-compiled-"));
    const read = surveyed.filter((each) => isReadByAll(each) && each.ours && !each.id.startsWith("type "));
    const differing: string[] = [];
    for (const { id, origin, text, readings } of read) {
      writeFileSync(join(scratch, "example.zone"), text);
      const compiled = await compiledByBind({ folder: scratch, origin });
      if (JSON.stringify(compiled) !== JSON.stringify(readings.BIND)) differing.push(id);
    }
    rmSync(scratch, { recursive: true });
    expect(differing).toEqual([]);
  }, 300_000);
});

describe("a zone that all four refuse", () => {
  test("is one of many", () => {
    expect(surveyed.filter(isRefusedByAll).length).toBeGreaterThan(60);
  });

  test("is refused, but for those that are written down", () => {
    expect(ids(surveyed.filter((each) => isRefusedByAll(each) && each.ours !== undefined))).toEqual(
      Object.keys(readHereOnly).sort(),
    );
  });

  test("is refused with a place in it", () => {
    const placeless = surveyed
      .filter((each) => isRefusedByAll(each) && each.ours === undefined)
      .filter(({ diagnostics }) =>
        diagnostics.some(({ file, line, column }) => file === "" || !(line >= 1) || !(column >= 1)),
      );
    expect(ids(placeless)).toEqual([]);
  });
});

describe("where they disagree", () => {
  test("the choice is written down with what decides it", () => {
    const undecided = surveyed
      .filter((each) => !each.id.startsWith("type ") && !isUnanimous(each))
      .filter((each) => !/RFC/.test(reasonFor(each)) && !/^as `/.test(reasonFor(each)));
    expect(ids(undecided)).toEqual([]);
  });

  test("nothing is written down that they agree on", () => {
    const disagreed = new Set(ids(surveyed.filter((each) => !isUnanimous(each))));
    expect(chosenCases.filter((id) => !disagreed.has(id))).toEqual([]);
  });

  test(`${PAGE} shows what they do; node test/conformance/zone-readers/write-page.ts writes it`, () => {
    const page = readFileSync(PAGE, "utf8");
    expect(page).toBe(withParts(page, madeParts(surveyed)));
  });
});
