import { describe, expect, test } from "@jest/globals";
import { assertionKinds, loadChecks } from "../../src/checks/index.ts";

const load = (yaml: string, files: Readonly<Record<string, string>> = {}) =>
  loadChecks([{ file: "checks/a.yml", octets: Buffer.from(yaml) }], (path) =>
    path in files ? Buffer.from(files[path]!) : undefined,
  );

/** Position and message of each diagnostic. */
const problems = (yaml: string, files?: Readonly<Record<string, string>>) =>
  load(yaml, files).diagnostics.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );

const check = (
  lines: string,
  lists = "  dcs: { sto: { networks: [10.1.0.0/16] }, ash: { networks: [10.3.0.0/16] } }",
) => `lists:\n${lists}\nchecks:\n  - name: one\n    for: { dc: dcs }\n    expect:\n      - ${lines}\n`;

describe("a check becomes one case for each combination of its lists", () => {
  test("with its templates filled in", () => {
    const { checks, diagnostics } = load(
      check("srv: _x._tcp.{dc}.acme.example\n        targets: { within: dc.networks }"),
    );
    expect(diagnostics).toEqual([]);
    expect(checks[0]).toMatchObject({
      name: "one",
      slug: "one",
      span: { file: "checks/a.yml", line: 4, column: 11 },
      cases: [
        {
          label: "dc=sto",
          expect: [
            { options: { srv: "_x._tcp.sto.acme.example.", targets: { within: [{ text: "10.1.0.0/16" }] } } },
          ],
        },
        {
          label: "dc=ash",
          expect: [
            { options: { srv: "_x._tcp.ash.acme.example.", targets: { within: [{ text: "10.3.0.0/16" }] } } },
          ],
        },
      ],
    });
  });

  test("of two lists, every pair", () => {
    const yaml = `lists: { a: [x, y], b: [1, 2] }
checks:
  - name: one
    for: { p: a, q: b }
    expect: [{ nxdomain: "{p}{q}.acme.example" }]
`;
    expect(load(yaml).checks[0]?.cases.map(({ label }) => label)).toEqual([
      "p=x q=1",
      "p=x q=2",
      "p=y q=1",
      "p=y q=2",
    ]);
  });

  test("of a list in a file: a map, texts, or maps with a name", () => {
    const yaml = (file: string) =>
      `lists: { l: { from: ${file} } }\nchecks:\n  - name: one\n    for: { v: l }\n    expect: [{ nxdomain: "{v}.{v.rack}.example" }]\n`;
    const files = { "map.yml": "a: { rack: r1 }", "maps.json": '[{"name": "b", "rack": "r2"}]' };
    const subject = (file: string) => load(yaml(file), files).checks[0]?.cases[0]?.expect[0]?.options;
    expect(subject("map.yml")).toEqual({ nxdomain: "a.r1.example." });
    expect(subject("maps.json")).toEqual({ nxdomain: "b.r2.example." });
    expect(load(yaml("map.yml"), files).data).toEqual(["map.yml"]);
  });

  test("braces are written twice", () => {
    const { checks } = load(check('resolves: a.example\n        type: TXT\n        equals: "{{dc}} {dc}"'));
    expect(checks[0]?.cases[0]?.expect[0]?.options).toMatchObject({ equals: ["{dc} sto"] });
  });
});

describe("what is wrong is told with its position", () => {
  test.each([
    [
      "an unknown key",
      check("srv: x.example\n        targets: { mni: 2 }"),
      '8:20 unknown key "mni"; did you mean "min"?',
    ],
    [
      "an unknown key of a check",
      "checks:\n  - nmae: one\n    expect: [{ nxdomain: a.example }]\n",
      '2:5 unknown key "nmae"; did you mean "name"?',
    ],
    [
      "an assertion that is none",
      check("svr: x.example"),
      "7:9 asserts nothing that is known: none of alias, differs-in-views,",
    ],
    [
      "two assertions in one",
      check("srv: x.example\n        mx: x.example"),
      "7:9 says srv and mx at once: write one assertion an item",
    ],
    [
      "a template that names nothing",
      check("srv: _x._tcp.{cd}.acme.example"),
      '7:14 "{cd}" names nothing; did you mean "dc"?',
    ],
    [
      "a value an entry has not",
      check("srv: x.example\n        targets: { within: dc.netwroks }"),
      '8:28 dc=sto has no value "netwroks"; did you mean "networks"?',
    ],
    ["a brace alone", check("srv: x{.example"), '7:14 "{" stands alone; write "{{" for the character'],
    [
      "a network that is none",
      check("srv: x.example\n        targets: { within: [10.1.0.0/33] }"),
      '8:29 "10.1.0.0/33" is no network: the length goes from 0 to 32',
    ],
    [
      "a network with bits beyond its length",
      check("srv: x.example\n        targets: { within: 10.1.2.0/16 }"),
      'did you mean "10.1.0.0/16"?',
    ],
    ["a name that is none", check("srv: a..example"), '7:14 "a..example" is no domain name'],
    [
      "a type that is none",
      check("resolves: a.example\n        type: AAAAA"),
      '8:15 "AAAAA" is no record type',
    ],
    [
      "a value that the type cannot have",
      check("resolves: a.example\n        type: A\n        equals: [300.1.1.1]"),
      '"300.1.1.1" is no A value',
    ],
    [
      "a type that is no address",
      check("srv: x.example\n        targets: { resolve: TXT }"),
      "a target has addresses of type A and AAAA",
    ],
    [
      "a list that is not there",
      check("srv: x.example", "  dc: [a]"),
      '5:16 there is no list "dcs"; did you mean "dc"?',
    ],
    [
      "a list that is empty",
      check('srv: "{dc}.example"', "  dcs: []"),
      '2:8 list "dcs" is empty: a check for it would assert nothing',
    ],
    [
      "a list's file that is not there",
      check('srv: "{dc}.example"', "  dcs: { from: inventory/dcs.yml }"),
      '2:16 there is no file "inventory/dcs.yml" in the repository',
    ],
    ["a check without assertions", "checks:\n  - name: one\n    expect: []\n", '3:13 "expect"'],
    ["a file without checks", "checks: []\n", '1:9 "checks"'],
    ["a name that is missing", "checks:\n  - expect: [{ nxdomain: a.example }]\n", '2:5 "name" is missing'],
    ["a key twice", "checks: []\nchecks: []\n", "2:1 this key is written twice"],
    [
      "two checks of one name",
      "checks:\n  - { name: One!, expect: [{ nxdomain: a.example }] }\n  - { name: one, expect: [{ nxdomain: a.example }] }\n",
      "3:13 checks/a.yml has a check of this name already",
    ],
  ])("%s", (_what, yaml, expected) => {
    expect(problems(yaml).join("\n")).toContain(expected);
  });

  test("columns count characters, not UTF-16 units", () => {
    expect(problems('checks:\n  - { name: "🎵🎵", expext: 1 }\n')[0]).toMatch(/^checks\/a\.yml:2:/);
    expect(
      problems('checks:\n  - { name: "🎵🎵", expext: 1, expect: [{ nxdomain: a.example }] }\n')[0],
    ).toContain(":2:19 unknown key");
  });

  test("a problem that every case has is told once", () => {
    expect(problems(check("srv: x.example\n        targets: { mni: 2 }"))).toHaveLength(1);
  });
});

test("a check with a problem does not take the others with it", () => {
  const { checks, diagnostics } = load(`checks:
  - name: bad
    expect: [{ nxdomain: a..example }]
  - name: good
    expect: [{ nxdomain: a.example }]
`);
  expect(checks.map(({ name }) => name)).toEqual(["good"]);
  expect(diagnostics).toHaveLength(1);
});

describe("hostile files are refused with a reason", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[..."bcdefgh"].map((key, i) => `${key}: &${key} [${Array(10).fill(`*${"abcdefgh"[i]}`)}]`).join("\n")}\n`;
  test.each([
    ["no UTF-8", Buffer.from([0x61, 0xff, 0xfe]), "is not UTF-8 text"],
    ["too large", Buffer.alloc(5_000_000, 0x20), "octets; at most"],
    ["nested without end", Buffer.from("[".repeat(200_000)), ""],
    ["aliases that multiply", Buffer.from(bomb), "aliases written out"],
    ["no YAML", Buffer.from("checks: [\n"), ""],
  ])("%s", (_what, octets, expected) => {
    const { checks, diagnostics } = loadChecks([{ file: "checks/a.yml", octets }], () => undefined);
    expect(checks).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ rule: "check-file", severity: "error" });
    expect(diagnostics[0]?.message).toContain(expected);
  });

  test("data that aliases multiply, that is too large or no text", () => {
    const yaml =
      "lists: { l: { from: data.yml } }\nchecks:\n  - { name: one, for: { v: l }, expect: [{ nxdomain: a.example }] }\n";
    for (const [octets, expected] of [
      [Buffer.from(bomb), "aliases written out"],
      [Buffer.alloc(100_000_000, 0x20), "the file has 100000000 octets; at most"],
      [Buffer.from([0xff]), "is not UTF-8 text"],
    ] as const) {
      const { diagnostics } = loadChecks([{ file: "checks/a.yml", octets: Buffer.from(yaml) }], () => octets);
      expect(diagnostics[0]).toMatchObject({ file: "data.yml", rule: "check-file" });
      expect(diagnostics[0]?.message).toContain(expected);
    }
  });

  test("10,000 checks in a file", () => {
    const yaml = `checks:\n${"  - { name: x, expect: [{ nxdomain: a.example }] }\n".repeat(10_000)}`;
    const { checks, diagnostics } = load(yaml);
    expect(checks).toEqual([]);
    expect(diagnostics).toMatchObject([{ line: 2, message: expect.stringContaining("1000") }]);
  });

  test("cases without end, of one check and of all", () => {
    const list = (length: number) => JSON.stringify(Array.from({ length }, (_, index) => `k${index}`));
    const check = (name: string, of: string) =>
      `  - { name: ${name}, for: ${of}, expect: [{ nxdomain: a.example }] }\n`;
    const one = `lists: { l: ${list(200)} }\nchecks:\n${check("one", "{ a: l, b: l }")}`;
    expect(problems(one)).toEqual(["checks/a.yml:3:18 40000 cases; at most 10000 are run"]);
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    const all = `lists: { l: ${list(9_000)} }\nchecks:\n${names.map((name) => check(name, "{ a: l }")).join("")}`;
    expect(load(all).checks).toHaveLength(5);
    expect(problems(all)).toEqual([
      expect.stringContaining("8:16 9000 cases; the file has more than 50000 with them: split it"),
      expect.stringContaining("9:16 9000 cases"),
    ]);
  });

  test("a key called __proto__ is a key like any other", () => {
    load("lists: { l: { __proto__: { polluted: 1 } } }\nchecks: []\n");
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

test.each(assertionKinds.map((kind) => [kind.kind, kind] as const))(
  "the example of %s is a valid expectation",
  (_name, kind) => {
    const yaml = `checks:\n  - name: one\n    expect:\n      - ${kind.example.replaceAll("\n", "\n        ")}\n`;
    expect(problems(yaml)).toEqual([]);
    expect(load(yaml).checks[0]?.cases[0]?.expect[0]?.kind).toBe(kind);
  },
);
