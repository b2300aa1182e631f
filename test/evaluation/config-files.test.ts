import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { evaluate, wantedPaths, ZoneCache } from "../../src/evaluation/index.ts";
import { renderPlan } from "../../src/plan/index.ts";
import { type Content, judge, pull, zoneFile } from "./repository.ts";

const config = ".github/zonewright.yml";
const entry =
  "version: 1\nconfig:\n  - { files: 'hosts/**', schema: schemas/host.json, target: puppet }\n  - { files: 'other/*' }\n";
const schema = JSON.stringify({ required: ["address"], properties: { port: { $ref: "port.yaml" } } });
const base: Content = {
  [config]: entry,
  "schemas/host.json": schema,
  "schemas/port.yaml": "type: integer\n",
  "hosts/web.yaml": "address: 192.0.2.1\n",
  "other/a.txt": "anything\n",
};
const told = ({ diagnostics }: ReturnType<typeof judge>) =>
  diagnostics.map(
    ({ file, line, rule, severity, message }) => `${file}:${line} ${severity} ${rule}: ${message}`,
  );

describe("configuration files", () => {
  test("pass without any zone, and the plan says which change for which target", () => {
    const after = {
      ...base,
      "hosts/web.yaml": "address: 192.0.2.2\n",
      "other/a.txt": "else\n",
      "hosts/db.json": '{"address": 1}',
    };
    const evaluation = judge(base, after);
    expect(told(evaluation)).toEqual([]);
    expect(evaluation.passed).toBe(true);
    expect(evaluation.plan.paths).toMatchObject([
      { path: "hosts/db.json", target: "puppet", after: { mode: "100644", octets: 14 } },
      { path: "hosts/web.yaml", target: "puppet", before: { octets: 19 }, after: { octets: 19 } },
      { path: "other/a.txt", before: { octets: 9 } },
    ]);
    expect(renderPlan(evaluation.plan, "text")).toBe(`3 config files change: 1 added, 2 changed, 0 removed

Config files for the target puppet
  + hosts/db.json (14 octets)
  ! hosts/web.yaml (19 octets, now 19 octets)

Config files that have no target, so are deployed nowhere
  ! other/a.txt (9 octets, now 5 octets)
`);
    expect(evaluation.configFiles.map(({ file, deployable }) => [file, deployable])).toEqual([
      ["hosts/web.yaml", true],
      ["other/a.txt", true],
      ["hosts/db.json", true],
    ]);
  });

  test("that do not fit fail the change, and may not be deployed", () => {
    const evaluation = judge(base, { ...base, "hosts/web.yaml": "port: x\n", "other/b.yaml": "a: *b\n" });
    expect(told(evaluation)).toEqual([
      'hosts/web.yaml:1 error schema: "address" is missing',
      'hosts/web.yaml:1 error schema: port: expected a whole number, found text "x"',
      "other/b.yaml:1 error document: there is no anchor &b before this: write it before the alias",
    ]);
    expect(evaluation.reasons).toEqual(["2 errors in hosts/web.yaml", "1 error in other/b.yaml"]);
    expect(evaluation.configFiles.filter(({ deployable }) => !deployable)).toHaveLength(2);
  });

  test("that did not fit before do not fail a change of something else", () => {
    const broken = { ...base, "hosts/old.yaml": "port: 1\n" };
    const evaluation = judge(broken, { ...broken, "other/a.txt": "else\n" });
    expect(evaluation).toMatchObject({
      passed: true,
      diagnostics: [],
      baseline: [{ file: "hosts/old.yaml" }],
    });
    expect(evaluation.configFiles.find(({ file }) => file === "hosts/old.yaml")?.deployable).toBe(false);
  });

  test("are judged beside zones", () => {
    const zones = { "zones/acme.example.zone": zoneFile("www A 192.0.2.1") };
    const evaluation = judge(
      { ...base, ...zones },
      {
        ...base,
        "zones/acme.example.zone": zoneFile("www A 192.0.2.2"),
        "hosts/web.yaml": "address: 192.0.2.2\n",
      },
    );
    expect(evaluation).toMatchObject({ passed: true, plan: { zones: [{}], paths: [{}], empty: false } });
    expect(renderPlan(evaluation.plan, "markdown")).toContain(
      "1 zone changes: 0 records added, 1 changed, 0 removed; 1 config file changes",
    );
  });

  test("of a mode that changes, change", () => {
    const after = { ...base, "other/a.txt": { text: "anything\n", mode: "100755" } };
    expect(renderPlan(judge(base, after).plan, "text")).toContain("! other/a.txt (mode 100644, now 100755)");
  });

  test("that are removed, all of them, are in the plan", () => {
    const { "hosts/web.yaml": _gone, ...rest } = base;
    expect(judge(base, rest)).toMatchObject({ passed: true, plan: { paths: [{ path: "hosts/web.yaml" }] } });
  });

  test("held against a schema are YAML or JSON, and an entry matches something", () => {
    const { "other/a.txt": _gone, ...rest } = base;
    expect(told(judge(rest, { ...rest, "hosts/README.md": "hello" }))).toEqual([
      '.github/zonewright.yml:1 error config: config: "other/*" matches no file',
      'hosts/README.md:1 error config: this file is held against schemas/host.json and is neither .yaml, .yml nor .json: narrow the "files" of that entry',
    ]);
  });

  test("for a target that the operator did not bind are refused", () => {
    const binding = { zones: ["*."], views: ["default"], targets: ["dns"] };
    expect(told(judge(base, base, { binding }))).toEqual([
      '.github/zonewright.yml:1 error binding: the operator has not bound target "puppet" to this repository: it may deploy to dns',
    ]);
  });

  test("are what a tree is deployed by", () => {
    for (const file of ["hosts/web.yaml", "other/a.txt", "schemas/port.yaml"]) {
      const other = judge(base, { ...base, [file]: "address: b\ntype: integer\n" });
      expect(other.inputsDigest).not.toBe(judge(base, base).inputsDigest);
    }
  });
});

describe("schemas", () => {
  test("of the base decide; the change's are held against all files too, as warnings", () => {
    const stricter = JSON.stringify({ required: ["address", "owner"] });
    const evaluation = judge(base, { ...base, "schemas/host.json": stricter });
    expect(told(evaluation)).toEqual([
      'hosts/web.yaml:1 warning schema: by the schema as this change would have it: "owner" is missing',
    ]);
    expect(evaluation).toMatchObject({ passed: true, governed: { checks: ["schemas/host.json"] } });
    const laxer = judge(base, { ...base, "schemas/host.json": "{}", "hosts/web.yaml": "a: 1\n" });
    expect(laxer.passed).toBe(false);
  });

  test("that others refer to are governed as well", () => {
    const { governed } = judge(base, { ...base, "schemas/port.yaml": "type: number\n" });
    expect(governed.checks).toEqual(["schemas/port.yaml"]);
  });

  test("that a change breaks do not land", () => {
    const evaluation = judge(base, { ...base, "schemas/port.yaml": "typ: integer\n" });
    expect(told(evaluation)).toEqual([
      'schemas/port.yaml:1 error schema-file: draft 2020-12 has no keyword "typ": did you mean "type"?',
    ]);
  });

  test("broken on the base pass nothing but what mends them", () => {
    const broken = { ...base, "schemas/host.json": "{" };
    expect(judge(broken, { ...broken, "other/a.txt": "x" }).passed).toBe(false);
    expect(judge(broken, base).passed).toBe(true);
    expect(judge(broken, { ...base, "hosts/web.yaml": "port: 1\n" }).passed).toBe(false);
  });
});

describe("data of checks", () => {
  const withData = { ...base, [config]: `${entry}data: [inventory/*]\n`, "inventory/a.yaml": "a: 1\n" };

  test("has to be readable, and is governed", () => {
    const evaluation = judge(withData, { ...withData, "inventory/a.yaml": "a: 1\na: 2\n" });
    expect(told(evaluation)).toEqual([
      "inventory/a.yaml:2 error document: this key is written twice: keep one",
    ]);
    expect(evaluation.governed.checks).toEqual(["inventory/a.yaml"]);
  });
});

test("what has to be fetched is known: files, schemas, and what those refer to", () => {
  const { files, blobs } = pull(base, base).after;
  const facts = pull(base, base, { rules: "after" });
  const fetched = new Map<string, Uint8Array>();
  const seen: string[] = [];
  for (;;) {
    const wanted = wantedPaths({ ...facts, before: undefined, after: { files, blobs: fetched } });
    if (wanted.length === 0) break;
    seen.push(...wanted);
    for (const { path, oid } of files) if (wanted.includes(path)) fetched.set(oid, blobs.get(oid)!);
  }
  // Not other/a.txt, which nobody reads.
  expect(seen).toEqual([config, "hosts/web.yaml", "schemas/host.json", "schemas/port.yaml"]);
});

test("a cache changes nothing, whatever the files are", () => {
  const cache = new ZoneCache();
  const text = fc.constantFrom("address: a\n", "port: 1\n", "port: x\n", "a: *b\n", "", "{", "&a [*a]");
  const schemaText = fc.constantFrom(schema, "{}", "{", '{"$ref": "port.yaml"}', '{"typ": 1}');
  const content = fc.record({
    web: text,
    db: text,
    schema: schemaText,
    port: fc.constantFrom("type: integer\n", "["),
  });
  const treeOf = ({
    web,
    db,
    schema: host,
    port,
  }: {
    web: string;
    db: string;
    schema: string;
    port: string;
  }): Content => ({
    ...base,
    "hosts/web.yaml": web,
    "hosts/db.json": db,
    "schemas/host.json": host,
    "schemas/port.yaml": port,
  });
  fc.assert(
    fc.property(content, content, (before, after) => {
      const facts = pull(treeOf(before), treeOf(after));
      const plain = (of: ReturnType<typeof evaluate>) => JSON.parse(JSON.stringify(of));
      expect(plain(evaluate(facts, cache))).toEqual(plain(evaluate(facts)));
    }),
    { numRuns: 60 },
  );
});
