import { describe, expect, test } from "@jest/globals";
import { defaultRepositoryConfig, parseRepositoryConfig } from "../../src/config/index.ts";
import { applyEdits } from "../../src/diagnostic/index.ts";

const FILE = ".github/zonewright.yml";

/** `line:column message` of each finding; there must be no configuration beside findings. */
function problems(text: string): string[] {
  const { config, diagnostics } = parseRepositoryConfig(text, FILE);
  expect(config === undefined).toBe(diagnostics.length > 0);
  for (const { file, rule, severity } of diagnostics)
    expect({ file, rule, severity }).toEqual({ file: FILE, rule: "config", severity: "error" });
  return diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("a valid configuration", () => {
  test("needs only its version; the rest are the defaults", () => {
    expect(parseRepositoryConfig("version: 1\n", FILE)).toEqual({
      config: defaultRepositoryConfig(),
      diagnostics: [],
    });
  });

  test("is read in full", () => {
    const text = `
version: 1
zones:
  - files: zones/internal/*.zone
    name: "{stem}.internal"
    view: internal
    serial: from-file
    target: lan
  - { files: db.example, name: example.org }
config:
  - { files: hieradata/**/*.yaml, schema: schemas/host.schema.json, target: puppet }
  - { files: "*.json" }
checks: [checks/**/*.yml, more.yml]
data: [inventory/*.csv]
lint:
  set: strict
  servers: [bind, knot]
  rules: { cname-dangling: warning, rr-duplicate: "off", enc-crlf: error }
  overrides:
    - { zones: ["*.in-addr.arpa"], views: [internal], files: [zones/old/*.zone], set: all }
    - { rules: { cname-loop: info } }
plan:
  critical: ["@", "login*"]
  guards:
    records: { removed: { count: 5, share: 12.5 }, approvals: 3 }
    apex-ns: "off"
    mx: { changed: { count: 0 } }
policy: { approvals: 2 }
merge: { method: merge }
deploy: { branch: production }
`;
    expect(parseRepositoryConfig(text, FILE).config).toEqual({
      version: 1,
      zones: [
        {
          files: "zones/internal/*.zone",
          name: "{stem}.internal",
          view: "internal",
          serial: "from-file",
          target: "lan",
        },
        { files: "db.example", name: "example.org", view: "default", serial: "managed", target: undefined },
      ],
      config: [
        { files: "hieradata/**/*.yaml", schema: "schemas/host.schema.json", target: "puppet" },
        { files: "*.json", schema: undefined, target: undefined },
      ],
      checks: ["checks/**/*.yml", "more.yml"],
      data: ["inventory/*.csv"],
      lint: {
        set: "strict",
        servers: ["bind", "knot"],
        rules: { "cname-dangling": "warning", "rr-duplicate": "off", "enc-crlf": "error" },
        overrides: [
          {
            zones: ["*.in-addr.arpa."],
            views: ["internal"],
            files: ["zones/old/*.zone"],
            set: "all",
            rules: {},
          },
          {
            zones: undefined,
            views: undefined,
            files: undefined,
            set: undefined,
            rules: { "cname-loop": "info" },
          },
        ],
      },
      plan: {
        critical: ["@", "login*"],
        guards: {
          records: { removed: { count: 5, share: 12.5 }, approvals: 3 },
          "zone-removed": { removed: { count: 0 } },
          mx: { changed: { count: 0 } },
        },
      },
      policy: { approvals: 2 },
      merge: { method: "merge" },
      deploy: { branch: "production" },
    });
  });

  test("may use anchors and aliases", () => {
    const text =
      "version: 1\nchecks: &globs [a/*.yml]\nzones: [{files: &f z/*.zone}, {files: *f, view: other}]\n";
    expect(parseRepositoryConfig(text, FILE).config?.zones.map((zone) => zone.files)).toEqual([
      "z/*.zone",
      "z/*.zone",
    ]);
  });
});

describe("a broken configuration", () => {
  test("proposes the key that was meant, as a fix", () => {
    const text = "version: 1\nzone:\n  - files: x\n";
    const { config, diagnostics } = parseRepositoryConfig(text, FILE);
    expect(config).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ line: 2, column: 1, endLine: 2, endColumn: 5 });
    expect(diagnostics[0]!.message).toBe('there is no key "zone": did you mean "zones"?');
    expect(applyEdits(text, diagnostics[0]!.fix!.edits)).toBe("version: 1\nzones:\n  - files: x\n");
  });

  test.each([
    ["", "1:1 the configuration: expected keys and values, found nothing"],
    ["- a\n", "1:1 the configuration: expected keys and values, found a list"],
    ["policy: {}\n", "1:1 version is missing: expected 1"],
    ["version: 2\n", "1:10 version: expected 1"],
    ['version: "1"\n', "1:10 version: expected 1, found text"],
    [
      "version: 1\nqqqq: 1\n",
      '2:1 there is no key "qqqq"; there are: version, zones, config, checks, data, lint, plan, policy, merge, deploy',
    ],
    [
      "version: 1\nzones:\n  - file: x\n    files: y\n",
      '3:5 there is no key "file" in zones[0]: did you mean "files"?',
    ],
    ["version: 1\nzones:\n  - name: x\n", "3:5 zones[0].files is missing: expected text"],
    ["version: 1\nzones: []\n", "2:8 zones: expected at least 1 entry"],
    [
      "version: 1\nzones:\n  - {files: a, view: 10}\n",
      "3:22 zones[0].view: expected text, found a number: put it in quotes",
    ],
    [
      "version: 1\nzones:\n  - {files: a, serial: manged}\n",
      '3:24 zones[0].serial: expected "managed" or "from-file": did you mean "managed"?',
    ],
    ["version: 1\nzones:\n  - {files: 'a{b'}\n", '3:13 zones[0].files: a "{" has no "}" after it'],
    [
      "version: 1\nzones:\n  - {files: a, name: 'a b'}\n",
      '3:22 "a b" is not a domain name of letters, digits, hyphens and dots',
    ],
    [
      "version: 1\nzones:\n  - {files: a, name: 'a..b'}\n",
      '3:22 "a..b" is not a domain name of letters, digits, hyphens and dots',
    ],
    [
      "version: 1\nzones:\n  - {files: a, name: '{base}'}\n",
      "3:22 a zone's name may contain {stem} and no other braces",
    ],
    [
      "version: 1\nplan: {guards: {recods: off}}\n",
      '2:17 there is no key "recods" in plan.guards: did you mean "records"?',
    ],
    [
      "version: 1\nplan: {guards: {records: {removed: {cuont: 3}}}}\n",
      '2:37 there is no key "cuont" in plan.guards.records.removed: did you mean "count"?',
    ],
    ["version: 1\nplan: {guards: {mx: on}}\n", '2:21 plan.guards.mx: expected "off" or keys and values'],
    [
      "version: 1\nplan: {guards: {mx: {removed: {}}}}\n",
      '2:17 plan.guards.mx has no limit: give removed, changed or added a count or a share, or write "off"',
    ],
    [
      "version: 1\nplan: {guards: {mx: {removed: {count: 0}, approvals: 2}}}\npolicy: {approvals: 2}\n",
      "2:54 plan.guards.mx.approvals is no more than the 2 that every change needs (policy.approvals)",
    ],
    [
      "version: 1\nplan: {critical: ['a b']}\n",
      '2:19 plan.critical[0]: "a b" is not a name of letters, digits, hyphens, underscores, "*" and dots',
    ],
    [
      "version: 1\nconfig: [{files: a, schema: https://acme.example/s.json}]\n",
      "2:29 config[0].schema: schemas are not fetched: put it into the repository and write its path",
    ],
    [
      "version: 1\nconfig: [{files: a, schema: ../s.json}]\n",
      "2:29 config[0].schema: expected a path from the repository's root, such as schemas/host.schema.json",
    ],
    [
      "version: 1\nconfig: [{files: a, schema: s.toml}]\n",
      "2:29 config[0].schema: a schema is a file .json, .yaml or .yml",
    ],
    ["version: 1\nchecks: x\n", "2:9 checks: expected a list, found text"],
    ["version: 1\nchecks: [/x]\n", '2:10 checks[0]: paths start at the repository\'s root: write "x"'],
    ["version: 1\npolicy: { approvals: 0 }\n", "2:22 policy.approvals: expected at least 1"],
    [
      "version: 1\npolicy: { approvals: 1.5 }\n",
      "2:22 policy.approvals: expected a whole number, found a number",
    ],
    ["version: 1\npolicy:\n", "2:8 policy: expected keys and values, found nothing"],
    ["version: 1\nmerge: { method: squash }\n", '2:18 merge.method: expected "merge"'],
    [
      "version: 1\nlint: { rules: { cname-dangeling: error } }\n",
      '2:18 there is no lint rule "cname-dangeling": did you mean "cname-dangling"?',
    ],
    [
      "version: 1\nlint: { rules: { cname-dangling: warn } }\n",
      '2:34 lint.rules.cname-dangling: expected "off" or "info" or "warning" or "error" or keys and values',
    ],
    [
      "version: 1\nlint: { rules: { cname-multiple: off } }\n",
      "2:34 lint.rules.cname-multiple is always an error: nameservers refuse such a zone or differ on what it says",
    ],
    [
      "version: 1\nlint: { rules: { syn-extra-token: off } }\n",
      '2:18 "syn-extra-token" says that the file cannot be read as written, and cannot be set',
    ],
    [
      "version: 1\nlint: { rules: { cname-dangling: { serverity: info } } }\n",
      '2:36 cname-dangling has no option "serverity": did you mean "severity"?',
    ],
    [
      "version: 1\nlint: { overrides: [{ rules: { cname-dnagling: info } }] }\n",
      '2:32 there is no lint rule "cname-dnagling": did you mean "cname-dangling"?',
    ],
    ["version: 1\nversion: 1\n", "2:1 this key is written twice: keep one"],
    [
      "version: 1\n# 🎈\n'🎈': 1\n",
      '3:1 there is no key "🎈"; there are: version, zones, config, checks, data, lint, plan, policy, merge, deploy',
    ],
    [
      "{'🎈': 1, version: 2}",
      '1:2 there is no key "🎈"; there are: version, zones, config, checks, data, lint, plan, policy, merge, deploy',
    ],
  ])("%j", (text, message) => {
    expect(problems(text)).toContain(message);
  });

  test("has its faults told all at once", () => {
    expect(problems("version: 1\nzons: []\nchecks: 1\npolicy: { approvals: 0 }\n")).toHaveLength(3);
  });

  test("that is not YAML says where", () => {
    expect(problems("version: 1\nchecks: [a\n")[0]).toMatch(/^\d+:\d+ not YAML: /);
  });

  test.each([
    ["an alias of nothing", "version: *no\n", /cannot be read/],
    ["a tag that means code elsewhere", "version: !!js/function x\n", /Unresolved tag/],
    ["several documents", "version: 1\n---\nversion: 1\n", /not YAML/],
    ["nesting without end", "[".repeat(100_000), /not YAML|cannot be read/],
    ["a text that is too long", `# ${"x".repeat(200_000)}\nversion: 1\n`, /at most 131072 characters/],
    [
      "aliases of aliases, which would fill the memory",
      [
        "a: &a [x,x,x,x,x,x,x,x,x]",
        "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]",
        "c: &c [*b,*b,*b,*b,*b,*b,*b,*b]",
        "d: [*c,*c,*c,*c]",
      ].join("\n"),
      /cannot be read: Excessive alias count/,
    ],
    [
      "a key that JavaScript treats specially",
      "version: 1\n__proto__: { approvals: 0 }\n",
      /no key "__proto__"/,
    ],
  ])("%s is refused", (_what, text, message) => {
    const found = problems(text);
    expect(found[0]).toMatch(message);
    expect(found.length).toBeLessThanOrEqual(5);
  });

  test("with thousands of wrong keys is told in bounds and in time", () => {
    const text = Array.from({ length: 4000 }, (_, i) => `k${i}: 1\n`).join("");
    const started = performance.now();
    expect(problems(text).length).toBeLessThanOrEqual(51);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
