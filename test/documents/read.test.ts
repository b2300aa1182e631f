import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { isDocumentFile, readDocuments } from "../../src/documents/index.ts";
import { read } from "./texts.ts";

describe("a YAML file", () => {
  test("is one of nothing, one document, or several", () => {
    expect(read("").values).toEqual([null]);
    expect(read("# nothing\n").values).toEqual([null]);
    expect(read("a: 1\n").values).toEqual([{ a: 1 }]);
    expect(read("a: 1\n---\n- b\n").values).toEqual([{ a: 1 }, ["b"]]);
  });

  test("is read by the core schema of YAML 1.2: yes is a text, keys are texts", () => {
    expect(read("a: yes\nb: 0o17\n1: 1e3\ntrue: ~\nd: 2026-11-20\n").values).toEqual([
      { 1: 1000, a: "yes", b: 15, true: null, d: "2026-11-20" },
    ]);
  });

  test("may repeat what an anchor names, as one object, and merge maps, in which what is written goes first", () => {
    const [value] = read(
      "a: &a {x: 1, y: 2}\nb: *a\nc: {<<: *a, y: 3}\nd:\n  <<: [{y: 4, z: 5}, *a]\ne: {'<<': 1}\n",
    ).values as [Record<string, unknown>];
    expect(value).toEqual({
      a: { x: 1, y: 2 },
      b: { x: 1, y: 2 },
      c: { x: 1, y: 3 },
      d: { x: 1, y: 4, z: 5 },
      e: { "<<": 1 },
    });
    expect(value.b).toBe(value.a);
  });

  test("may have keys that mean something else to JavaScript", () => {
    const [value] = read("__proto__: {x: 1}\nconstructor: 2\n").values as [object];
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test.each([
    ["a: 1\nb: 2\na: 3\n", "3:1 this key is written twice: keep one"],
    ["a: *b\n", "1:4 there is no anchor &b before this: write it before the alias"],
    ["a: &hosts [x]\nb: *hots\n", "2:4 there is no anchor &hots before this: did you mean *hosts?"],
    ["a: &a [*a]\n", "1:8 *a stands inside what it names: it would never end"],
    ["a: {<<: 3}\n", '1:5 what "<<" takes in is a map, an alias of one, or a list of these'],
    ["? [a]\n: b\n", "1:3 a key is a text, not a map or a list"],
    ["a: b: c\n", "1:4 not YAML: Nested mappings are not allowed in compact mappings"],
    ["a:\n\tb: c\n", "2:1 not YAML: Tabs are not allowed as indentation"],
    ["a: '\n", "2:1 not YAML: Missing closing 'quote"],
    ["'🎈': 1\n'🎈': 2\n", "2:1 this key is written twice: keep one"],
    ["{'🎈': 1, a: 1, a: 2}\n", "1:16 this key is written twice: keep one"],
  ])("%j is told where it is wrong", (text, problem) => {
    const { values, told } = read(text);
    expect(values).toEqual([]);
    expect(told).toContain(problem);
  });

  test("that is nested too deeply is refused", () => {
    const deep = "1:1 this is nested deeper than 100 levels, which are not read";
    expect(read(`${"- ".repeat(150)}x\n`)).toMatchObject({ values: [], told: [deep] });
    const chain = Array.from(
      { length: 150 },
      (_, at) => `a${at}: &a${at} [${at > 0 ? `*a${at - 1}` : ""}]\n`,
    );
    expect(read(chain.join(""))).toMatchObject({ values: [], told: [deep] });
    for (const opening of ["[", "{a: ", "- ", "? "]) {
      const { values, told } = read(opening.repeat(20_000));
      expect(values).toEqual([]);
      expect(told.length).toBeGreaterThan(0);
    }
  });

  test("with a tag that is not known is read without it, and told so", () => {
    expect(read("a: !vault b\n")).toMatchObject({
      values: [{ a: "b" }],
      told: ["1:4 this tag is not known here: the value is read as if it had none"],
    });
  });

  test("that aliases make huge is refused, without making it", () => {
    const levels = "abcdefghij".split("").map((name, at, all) => {
      const item = at === 0 ? "x" : `*${all[at - 1]}`;
      return `${name}: &${name} [${Array.from({ length: 10 }, () => item).join(", ")}]`;
    });
    expect(read(`${levels.join("\n")}\n`)).toMatchObject({
      values: [],
      told: ["6:7 with its aliases written out this has more than 1,000,000 values"],
    });
    const wide = Array.from({ length: 2_000 }, (_, at) => `k${at}: 1`).join(", ");
    const merges = Array.from({ length: 600 }, (_, at) => `m${at}: {<<: *a}\n`).join("");
    expect(read(`a: &a {${wide}}\n${merges}`).told).toHaveLength(1);
  });

  test("may use one anchor many times", () => {
    const uses = Array.from({ length: 1_000 }, (_, at) => `host${at}: *all\n`).join("");
    expect(Object.keys(read(`all: &all [web, db]\n${uses}`).values[0] as object)).toHaveLength(1_001);
  });

  test("of many keys takes time in proportion", () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `key${at}: 1\n`).join("");
    const started = performance.now();
    expect(read(text).told).toEqual([]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("a JSON file", () => {
  test.each([
    ['{"a": [1, -2.5e3, true, false, null, "\\u00e9\\n"]}', { a: [1, -2500, true, false, null, "é\n"] }],
    ["\ufeff[]", []],
    [' {"__proto__": 1} ', JSON.parse('{"__proto__": 1}')],
  ])("%j is read", (text, value) => {
    expect(read(text, "a.json")).toMatchObject({ values: [value], told: [] });
  });

  test.each([
    ["", "1:1 expected a value, found the end of the file"],
    ['{"a": 1, "a": 2}', "1:10 this key is written twice: keep one"],
    ['{"a": 1,}', '1:9 expected a key in double quotes or "}", found something else'],
    ["[1,\n 2", '2:3 expected "," or "]", found the end of the file'],
    ["[tru]", "1:2 this is no value: texts stand in double quotes"],
    ["[01]", "1:2 this is no value: texts stand in double quotes"],
    ['["a\nb"]', "1:2 this is no text as JSON has it"],
    ['["a]', '1:2 this text has no closing "'],
    ['{"a" 1}', '1:6 expected ":" after the key, found something else'],
    ["1 2", "1:3 expected the end of the file: JSON has one value"],
    ["// a\n1", "1:1 expected a value, found something else"],
  ])("%j is told where it is wrong", (text, problem) => {
    expect(read(text, "a.json")).toMatchObject({ values: [], told: [problem] });
  });

  test("that is nested too deeply is refused", () => {
    const told = ["1:101 this is nested deeper than 100 levels, which are not read"];
    expect(read("[".repeat(50_000), "a.json")).toMatchObject({ values: [], told });
  });

  test("means what JSON.parse says, and nothing else is JSON", () => {
    const texts = fc.oneof(
      fc.json(),
      fc
        .array(fc.constantFrom(...'{}[]:,"\\ \n01e-.', "true", "null", '"a"', "é", "😀"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { values, told } = read(text, "a.json");
        let wanted: unknown[] = [];
        try {
          wanted = [JSON.parse(text)];
        } catch {}
        // A key that is written twice is JSON to some.
        if (told.some((one) => one.includes("written twice"))) return;
        expect(values).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });
});

describe("places", () => {
  const text = "a: &a\n  x: 1\nb:\n  - c: *a\n  - {}\n'q r':\n  <<: *a\n";
  const places = read(text).documents[0]!.places();

  test.each([
    [["a", "x"], "2:6-2:7", "2:3-2:4"],
    [["a"], "1:1-1:2", "1:1-1:2"],
    [["b"], "4:3-6:1", "3:1-3:2"],
    [["b", 1], "5:5-5:7", "5:5-5:7"],
    [["b", 0, "c", "x"], "2:6-2:7", "2:3-2:4"],
    [["b", 0, "c", "gone"], "4:5-4:6", "4:5-4:6"],
    [["q r", "x"], "2:6-2:7", "2:3-2:4"],
    [[], "1:1-1:2", "1:1-1:2"],
  ] as const)("of %j", (path, value, key) => {
    const shown = ({ line, column, endLine, endColumn }: ReturnType<typeof places.keySpan>) =>
      `${line}:${column}-${endLine}:${endColumn}`;
    expect([shown(places.valueSpan(path)), shown(places.keySpan(path))]).toEqual([value, key]);
  });
});

describe("any file", () => {
  test("is YAML or JSON by its name", () => {
    expect(["a.yml", "b/c.YAML", "a.json", "a.yaml.md", "yaml"].map(isDocumentFile)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test("that is no text or too large is refused", () => {
    expect(read(Uint8Array.of(0x61, 0xff)).told).toEqual(["1:1 the file is not UTF-8 text"]);
    expect(read(new Uint8Array(4 * 1024 * 1024 + 1)).told).toEqual([
      "1:1 the file has 4194305 octets; at most 4194304 are read",
    ]);
  });

  test("never throws, and what it says is in the file", () => {
    const pieces = fc.array(
      fc.constantFrom(
        ..."&a *a <<: - ? : [ ] { } , ' \" | > # % --- ... ! !!str \t \n 1 null 🎈 \0".split(" "),
        " ",
        "\n  ",
      ),
      { maxLength: 20 },
    );
    const content = fc.oneof(
      pieces.map((parts) => new TextEncoder().encode(parts.join(" "))),
      fc.uint8Array({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(content, fc.constantFrom("a.yaml", "a.json"), (octets, file) => {
        const { documents, diagnostics } = readDocuments(file, octets);
        const lines = new TextDecoder().decode(octets).split("\n").length;
        for (const { line, endLine, column } of diagnostics) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
        }
        expect(documents.length === 0).toBe(diagnostics.some(({ severity }) => severity === "error"));
        for (const document of documents) document.places().valueSpan(["a", 0, "b"]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("that was written from values has those values", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = stringify(value, { schema: "core" });
        expect(read(text).values).toEqual([parse(text)]);
      }),
      { numRuns: 300 },
    );
  });
});
