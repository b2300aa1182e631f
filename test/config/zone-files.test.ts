import { describe, expect, test } from "@jest/globals";
import { defaultRepositoryConfig, parseRepositoryConfig, zoneFiles } from "../../src/config/index.ts";

function config(zones: string) {
  return parseRepositoryConfig(`version: 1\nzones: ${zones}\n`, "c.yml").config!;
}

function named(zones: string, paths: readonly string[]): string[] {
  const found = zoneFiles(config(zones), paths);
  expect(found.diagnostics).toEqual([]);
  return found.zones.map(({ file, name, view }) => `${file} ${name} ${view}`);
}

describe("zoneFiles", () => {
  test("names zones by their file's stem, and leaves other files alone", () => {
    const paths = [
      "zones/example.org.zone",
      "zones/2.0.192.in-addr.arpa.zone",
      "zones/hosts.inc",
      "README.md",
    ];
    expect(zoneFiles(defaultRepositoryConfig(), paths)).toEqual({
      zones: [
        { file: paths[0], name: "example.org.", view: "default", serial: "managed", target: undefined },
        {
          file: paths[1],
          name: "2.0.192.in-addr.arpa.",
          view: "default",
          serial: "managed",
          target: undefined,
        },
      ],
      diagnostics: [],
    });
  });

  test("names are compared without case", () => {
    expect(named("[{files: '*.zone'}]", ["Example.ORG.zone"])).toEqual([
      "Example.ORG.zone example.org. default",
    ]);
  });

  test("a name may be written out, with or without final dot, also for classless reverse zones", () => {
    expect(
      named("[{files: db.a, name: example.org}, {files: db.b, name: 0/25.2.0.192.in-addr.arpa.}]", [
        "db.a",
        "db.b",
      ]),
    ).toEqual(["db.a example.org. default", "db.b 0/25.2.0.192.in-addr.arpa. default"]);
  });

  test("one name may have a file in each view, and one file may serve two views", () => {
    expect(
      named(
        "[{files: 'in/*.zone', view: internal}, {files: 'ex/*.zone'}, {files: 'ex/b.*', view: internal}]",
        ["in/a.zone", "ex/a.zone", "ex/b.zone"],
      ),
    ).toEqual([
      "in/a.zone a. internal",
      "ex/a.zone a. default",
      "ex/b.zone b. default",
      "ex/b.zone b. internal",
    ]);
  });

  test("in a view the first entry that matches counts", () => {
    const found = zoneFiles(config("[{files: z/a.zone, serial: from-file}, {files: 'z/*'}]"), [
      "z/a.zone",
      "z/b.zone",
    ]);
    expect(found.zones.map(({ serial }) => serial)).toEqual(["from-file", "managed"]);
  });

  test("two files for one zone are an error on both, and neither counts", () => {
    const found = zoneFiles(config("[{files: '**/*.zone'}]"), [
      "a/example.org.zone",
      "b/Example.org.zone",
      "c.zone",
    ]);
    expect(found.zones.map(({ file }) => file)).toEqual(["c.zone"]);
    expect(found.diagnostics.map(({ file, rule, severity }) => [file, rule, severity])).toEqual([
      ["a/example.org.zone", "repo-duplicate-zone", "error"],
      ["b/Example.org.zone", "repo-duplicate-zone", "error"],
    ]);
    expect(found.diagnostics[0]!.message).toContain("is also in b/Example.org.zone:");
  });

  test("thousands of files for one zone are told in bounds", () => {
    const paths = Array.from({ length: 3000 }, (_, i) => `${i}.zone`);
    const { zones, diagnostics } = zoneFiles(config("[{files: '*.zone', name: example.org}]"), paths);
    expect(zones).toEqual([]);
    expect(diagnostics).toHaveLength(3000);
    expect(diagnostics[0]!.message).toContain("1.zone, 2.zone, 3.zone and 2996 more files");
    expect(diagnostics[2999]!.message).toContain("0.zone, 1.zone, 2.zone and 2996 more files");
  });

  test.each([
    ["my zone.zone", /"my zone" is not a domain name/],
    ["büro.example.zone", /not ASCII.*xn--/],
    [`${"a".repeat(64)}.zone`, /is not a domain name/],
    ["a..b.zone", /is not a domain name/],
    ["a\\046b.zone", /is not a domain name/],
  ])("a file named %s is no zone, and that is told there", (file, message) => {
    const { zones, diagnostics } = zoneFiles(config("[{files: '*.zone'}]"), [file]);
    expect(zones).toEqual([]);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ file, rule: "config", severity: "error" });
    expect(diagnostics[0]!.message).toMatch(message);
  });
});

describe("defaultRepositoryConfig", () => {
  test("takes an origin and paths from the command line", () => {
    const paths = ["db.{x}", "dbXx"];
    const found = zoneFiles(defaultRepositoryConfig("example.org", ["db.{x}"]), paths);
    expect(found.zones.map(({ file, name }) => `${file} ${name}`)).toEqual(["db.{x} example.org."]);
  });
});
