import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type Diagnostic, formatDiagnostics } from "../../src/diagnostic/index.ts";
import { dot, duplicate, hostile } from "./findings.ts";

const closed = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const text = closed({ text: { type: "string", minLength: 1 } });
const number = { type: "integer", minimum: 1 };
const region = closed({ startLine: number, startColumn: number, endLine: number, endColumn: number });
const artifactLocation = closed({
  uri: { type: "string", pattern: "^(?:[A-Za-z0-9/._~!*'()-]|%[0-9A-F]{2})+$" },
  uriBaseId: { const: "%SRCROOT%" },
});
const replacement = closed({ deletedRegion: region, insertedContent: closed({ text: { type: "string" } }) });
const change = closed({ artifactLocation, replacements: { type: "array", minItems: 1, items: replacement } });
const result = closed(
  {
    ruleId: { type: "string" },
    ruleIndex: { type: "integer", minimum: 0 },
    level: { enum: ["none", "note", "warning", "error"] },
    message: text,
    locations: { type: "array", items: closed({ physicalLocation: closed({ artifactLocation, region }) }) },
    fixes: {
      type: "array",
      items: closed({ description: text, artifactChanges: { type: "array", minItems: 1, items: change } }),
    },
  },
  ["message", "ruleId", "locations"],
);
const rule = closed({ id: { type: "string" }, shortDescription: text }, ["id"]);
const driver = closed({ name: { type: "string" }, rules: { type: "array", uniqueItems: true, items: rule } });
/** The part of SARIF 2.1.0 that we write, with its required properties and its enumerations. */
const isSarif = new Ajv2020().compile(
  closed({
    $schema: { type: "string" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      minItems: 1,
      items: closed({
        tool: closed({ driver }),
        columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
        results: { type: "array", items: result },
      }),
    },
  }),
);

/** The published schema (OASIS, sarif-2.1.0-rtm.5), its prose left out. */
const published = JSON.parse(
  readFileSync(new URL("contract/sarif-2.1.0.json", import.meta.url), "utf8"),
) as object;
const isPublishedSarif = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(
  published,
);

function sarif(diagnostics: readonly Diagnostic[], describeRule?: (rule: string) => string | undefined) {
  const log = JSON.parse(
    formatDiagnostics(diagnostics, "sarif", describeRule ? { describe: describeRule } : {}),
  );
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  isPublishedSarif(log);
  expect(isPublishedSarif.errors ?? []).toEqual([]);
  return log.runs[0];
}

describe("sarif", () => {
  test("is one run with its rules, results, places and fixes", () => {
    const run = sarif([dot, duplicate], (id) =>
      id === "rr-duplicate" ? "the same record twice" : undefined,
    );
    const artifactLocation = { uri: "zones/example.org.zone", uriBaseId: "%SRCROOT%" };
    expect(run).toEqual({
      tool: {
        driver: {
          name: "Zonewright",
          rules: [
            { id: "missing-trailing-dot-target" },
            { id: "rr-duplicate", shortDescription: { text: "the same record twice" } },
          ],
        },
      },
      columnKind: "unicodeCodePoints",
      results: [
        {
          ruleId: "rr-duplicate",
          ruleIndex: 1,
          level: "warning",
          message: { text: "already there" },
          locations: [
            {
              physicalLocation: {
                artifactLocation,
                region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 6 },
              },
            },
          ],
        },
        {
          ruleId: "missing-trailing-dot-target",
          ruleIndex: 0,
          level: "error",
          message: { text: "web.example.net was probably meant" },
          locations: [
            {
              physicalLocation: {
                artifactLocation,
                region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 26 },
              },
            },
          ],
          fixes: [
            {
              description: { text: "end the name with a dot" },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: [
                    {
                      deletedRegion: { startLine: 2, startColumn: 26, endLine: 2, endColumn: 26 },
                      insertedContent: { text: "." },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("is a run without results where nothing was found", () => {
    expect(sarif([])).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });

  test("calls an info a note", () => {
    expect(sarif([{ ...duplicate, severity: "info" }]).results[0].level).toBe("note");
  });

  test("has no links, placeholders or invisible characters from outside, and paths that are URIs", () => {
    const [found] = sarif([hostile]).results;
    expect(found.message.text).toBe(
      "\\[click\\](https://evil.example) {{0}} \\]\\]> & <b> \\u{{0}}\\u{{1b}}\\[31m\\u{{202e}}\ufffe\ufffd\\u{{d}}\n\tend",
    );
    expect(decodeURIComponent(found.locations[0].physicalLocation.artifactLocation.uri)).toBe(
      hostile.file.toWellFormed(),
    );
  });
});
