import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { applyEdits } from "../../src/diagnostic/index.ts";
import { readDocuments } from "../../src/documents/index.ts";
import { judge, load, read, schemaFaults } from "./texts.ts";

const host = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://acme.example/host.schema.json",
  type: "object",
  required: ["address"],
  additionalProperties: false,
  properties: {
    address: { type: "string", format: "ipv4", description: "where it is reached" },
    roles: { type: "array", items: { enum: ["web", "db", "mail"] }, minItems: 1, uniqueItems: true },
    port: { $ref: "#/$defs/port" },
    name: { type: "string", pattern: "^[a-z][a-z0-9-]*$", maxLength: 8 },
    enabled: { type: "boolean" },
    weight: { type: "number", exclusiveMinimum: 0, multipleOf: 5 },
  },
  $defs: { port: { type: "integer", minimum: 1, maximum: 65535 } },
};

describe("a document that fits", () => {
  test("has no findings, through aliases and merges too", () => {
    expect(
      judge(
        host,
        "address: 192.0.2.1\nroles: [web, db]\nport: 443\nname: web-1\nenabled: true\nweight: 10\n",
      ),
    ).toEqual([]);
    const hosts = { type: "object", additionalProperties: { $ref: "host.json" } };
    const text = "a: &a {address: 192.0.2.1}\nb: {<<: *a, port: 80}\nc: *a\n";
    expect(judge(hosts, text, { "host.json": host })).toEqual([]);
  });
});

describe("a document that does not fit is told where and how", () => {
  test.each([
    ["{}", '1:1 "address" is missing (where it is reached)'],
    ["- a\n", "1:1 the document: expected keys and values, found a list"],
    ["", "1:1 the document: expected keys and values, found nothing"],
    ["address: 192.0.2.256\n", '1:10 address: expected an IPv4 address, found text "192.0.2.256"'],
    ["address: 5\n", "1:10 address: expected text, found the number 5: put it in quotes"],
    ["adress: 192.0.2.1\n", '1:1 there is no key "adress": did you mean "address"?'],
    [
      "address: 192.0.2.1\nqqqqqqqqqqqqqqqq: 1\n",
      '2:1 there is no key "qqqqqqqqqqqqqqqq"; there are: address, roles, port, name, enabled, weight',
    ],
    [
      "address: 192.0.2.1\nroles: [web, wbe]\n",
      '2:14 roles[1]: expected one of "web", "db", "mail", found text "wbe": did you mean "web"?',
    ],
    ["address: 192.0.2.1\nroles: []\n", "2:8 roles: expected at least 1 item, found 0"],
    [
      "address: 192.0.2.1\nroles: [web, db, web]\n",
      "2:8 roles: expected each item once: items 1 and 3 are the same",
    ],
    ["address: 192.0.2.1\nport: 0\n", "2:7 port: expected a number of at least 1, found the number 0"],
    ["address: 192.0.2.1\nport: '80'\n", '2:7 port: expected a whole number, found text "80"'],
    [
      "address: 192.0.2.1\nname: 1a\n",
      '2:7 name: expected text that matches ^[a-z][a-z0-9-]*$, found text "1a"',
    ],
    [
      "address: 192.0.2.1\nname: abcdefghi\n",
      '2:7 name: expected at most 8 characters, found text "abcdefghi"',
    ],
    ["address: 192.0.2.1\nenabled: yes\n", '2:10 enabled: expected true or false, found text "yes"'],
    ["address: 192.0.2.1\nweight: 7\n", "2:9 weight: expected a multiple of 5, found the number 7"],
    ["address: 192.0.2.1\nweight: .inf\n", "2:9 weight: expected a number, found the number Infinity"],
  ])("%j", (text, finding) => {
    expect(judge(host, text)).toEqual([finding]);
  });

  test("all at once", () => {
    expect(judge(host, "adress: 192.0.2.1\nport: 70000\nname: Web\n")).toEqual([
      '1:1 there is no key "adress": did you mean "address"?',
      "2:7 port: expected a number of at most 65535, found the number 70000",
      '3:7 name: expected text that matches ^[a-z][a-z0-9-]*$, found text "Web"',
    ]);
  });

  test("in every document of a file", () => {
    expect(judge(host, "address: 192.0.2.1\n---\nport: 1\n")).toEqual([
      '3:1 "address" is missing (where it is reached)',
    ]);
  });

  test.each([
    [
      { properties: { "a/b~c": { items: { type: "string" } } } },
      "a/b~c: [x, 1]",
      "1:12 a/b~c[1]: expected text",
    ],
    [
      { propertyNames: { pattern: "^[a-z]+$" } },
      "a: 1\nB1: 2",
      '2:1 the key "B1": it does not match ^[a-z]+$',
    ],
    [{ propertyNames: { maxLength: 1 } }, "ab: 1", '1:1 the key "ab" may not be called that'],
    [{ dependentRequired: { a: ["b"] } }, "a: 1", '1:1 "a" stands without "b", which belongs with it'],
    [{ const: 3 }, "4", "1:1 the document: expected 3, found the number 4"],
    [{ not: { type: "string" } }, "a", "1:1 the document: expected anything but what the schema excludes"],
    [{ properties: { a: false } }, "b: 1\na: 1", "2:1 a: nothing may be here"],
    ["false", "a: 1", "1:1 the document: nothing may be here"],
    [{ prefixItems: [{}], items: false }, "[a, b]", "1:1 the document: expected at most 1 item, found 2"],
    [{ contains: { const: 1 } }, "[2]", '1:1 the document: expected at least 1 items as "contains" has them'],
    [{ minProperties: 2 }, "a: 1", "1:1 the document: expected at least 2 keys, found 1"],
    [{ patternProperties: { "^x": { type: "integer" } } }, "x1: a", "1:5 x1: expected a whole number"],
    ['{"if": {"required": ["a"]}, "then": {"required": ["b"]}}', "a: 1", '1:1 "b" is missing'],
    [
      { properties: { a: {} }, unevaluatedProperties: false },
      "b: 1",
      '1:1 there is no key "b"; there are: a',
    ],
    [
      {
        $dynamicAnchor: "n",
        properties: { c: { items: { $dynamicRef: "#n" } } },
        unevaluatedProperties: false,
      },
      "c: [{c: [{d: 1}]}]",
      '1:11 c[0].c[0]: there is no key "d"',
    ],
    [{ required: ["constructor", "toString"] }, "constructor: 1", '1:1 "toString" is missing'],
    [{ additionalProperties: { type: "string" } }, "__proto__: 1", "1:12 __proto__: expected text"],
    [
      { $ref: "#port", $defs: { p: { $anchor: "port", type: "integer" } } },
      "a",
      "1:1 the document: expected a whole",
    ],
    [{ type: ["string", "null"] }, "5", "1:1 the document: expected text or nothing, found the number 5"],
  ])("%j of %j", (schema, text, finding) => {
    expect(judge(schema, text)[0]).toContain(finding);
  });

  test("with the key to write, as a fix that keeps the quotes", () => {
    for (const [file, text, fixed] of [
      ["a.yaml", "adress: 192.0.2.1\n", "address: 192.0.2.1\n"],
      ["a.yaml", "'adress': 192.0.2.1\n", '"address": 192.0.2.1\n'],
      ["a.json", '{"adress": "192.0.2.1"}', '{"address": "192.0.2.1"}'],
    ] as const) {
      const [document] = readDocuments(file, new TextEncoder().encode(text)).documents;
      const [finding] = load(host).schema!.judge(document!);
      expect(applyEdits(text, finding!.fix!.edits)).toBe(fixed);
    }
  });
});

describe("of forms of which none fits", () => {
  const forms = {
    properties: {
      listen: { anyOf: [{ type: "string" }, { $ref: "#/$defs/socket" }] },
      check: {
        oneOf: [
          { properties: { kind: { const: "http" }, path: { type: "string" } }, required: ["kind", "path"] },
          { properties: { kind: { const: "tcp" }, port: { type: "integer" } }, required: ["kind", "port"] },
        ],
      },
      ttl: { anyOf: [{ type: "integer" }, { const: "never" }] },
    },
    $defs: { socket: { type: "object", required: ["port"], properties: { port: { type: "integer" } } } },
  };

  test.each([
    ["listen: 4\n", "1:9 listen: expected text or keys and values, found the number 4"],
    ["listen: {port: x}\n", '1:16 listen.port: expected a whole number, found text "x"'],
    ["check: {kind: tcp, port: x}\n", '1:26 check.port: expected a whole number, found text "x"'],
    ["check: {kind: http}\n", '1:8 check: "path" is missing'],
    [
      "check: {kind: udp}\n",
      '1:8 check: this fits none of the 2 forms it may have; for the nearest: check.kind: expected "http", found text "udp"',
    ],
    ["ttl: soon\n", '1:6 ttl: expected a whole number or "never", found text "soon"'],
  ])("%j the one that was meant is told", (text, finding) => {
    expect(judge(forms, text)).toContain(finding.replace("1:8 check:", "1:1 check:"));
  });

  test("what is wrong beside them is told too", () => {
    const schema = { required: ["a"], anyOf: [{ required: ["b"] }, { required: ["c"] }] };
    expect(judge(schema, "d: 1\n")).toHaveLength(2);
  });

  test("more than one that fits is said", () => {
    expect(judge({ oneOf: [{ type: "integer" }, { minimum: 1 }] }, "5")).toEqual([
      "1:1 the document: expected one form of those that the schema has; this fits forms 1 and 2",
    ]);
  });
});

describe("a schema that cannot be used", () => {
  test.each([
    [{ proprties: {} }, 'draft 2020-12 has no keyword "proprties": did you mean "properties"?'],
    [{ frobnicate: 1 }, "notes for other tools have names that start with x-"],
    [{ nullable: true }, 'in JSON Schema it is "null" in the list of types'],
    [{ items: { type: "objct" } }, 'items.type: expected one of "array"'],
    [{ required: "a" }, 'required: expected a list, found text "a"'],
    [{ minLength: -1 }, "minLength: expected a number of at least 0"],
    [{ properties: [] }, "properties: expected keys and values, found an empty list"],
    [{ items: 3 }, "a schema is a map of keywords, or true or false"],
    ["[]", "a schema is a map of keywords, or true or false"],
    [{ pattern: "(?=a)" }, "this pattern is not RE2 syntax"],
    [{ pattern: "(a)\\1" }, "this pattern is not RE2 syntax"],
    [{ patternProperties: { "(": {} } }, "this pattern is not RE2 syntax"],
    [{ pattern: "a".repeat(1001) }, "a pattern has at most 1000 characters"],
    [{ format: "ip4" }, 'there is no format "ip4" here: did you mean "ipv4"?'],
    [{ if: true }, '"if" does nothing without "then" or "else" beside it'],
    [{ minContains: 2 }, '"minContains" does nothing without "contains" beside it'],
    [{ type: Array.from({ length: 8 }, () => "string") }, "there are 7 types: list each once"],
    ['{"properties": {"__proto__": {}}}', 'a schema cannot speak of a key "__proto__"'],
    [{ $schema: "http://json-schema.org/draft-07/schema#" }, "this draft of JSON Schema is not read"],
    [{ properties: { a: { $id: "b" } } }, "a schema inside another has no $id of its own"],
    [{ $ref: "https://acme.example/a.json" }, "schemas are not fetched"],
    [{ $ref: "file:///etc/passwd" }, "schemas are not fetched"],
    [{ $ref: "//acme.example/a.json" }, "schemas are not fetched"],
    [{ $ref: "/etc/passwd" }, "write the path from this file's folder"],
    [{ $ref: "../a.json" }, "this leads out of the repository"],
    [{ $ref: "%2e%2e/a.json" }, "this leads out of the repository"],
    [{ $ref: "a%zz.json" }, "this is not a path"],
    [{ $ref: "gone.json" }, "there is no file gone.json to read a schema from"],
    [
      { $ref: "#/$defs/prot", $defs: { port: {} } },
      'there is no schema at "#/$defs/prot": did you mean "#/$defs/port"?',
    ],
    [{ $ref: "#/default", default: {} }, 'there is no schema at "#/default"'],
    [{ $ref: "#prot" }, 'there is no schema at "#prot"'],
    ["{", "expected a key in double quotes"],
  ])("%j", (schema, fault) => {
    const [first] = schemaFaults(schema);
    expect(first).toContain(fault);
    expect(first).toMatch(/^schema\.json:1:\d+ /);
  });

  test("is told at the keyword, in whatever file it is", () => {
    expect(
      schemaFaults(
        { $ref: "defs/port.yaml#/$defs/port" },
        { "defs/port.yaml": "$defs:\n  port:\n    typ: integer\n" },
      ),
    ).toEqual(['defs/port.yaml:3:5 draft 2020-12 has no keyword "typ": did you mean "type"?']);
  });

  test("is told where it is named, if it is not there", () => {
    const { schema, diagnostics, files } = load({ $ref: "gone.json" });
    expect(schema).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(files).toEqual(["schema.json", "gone.json"]);
  });
});

describe("schemas of several files", () => {
  test("may refer to each other in a circle, by encoded and odd paths", () => {
    const files = {
      "a b/tree.yaml": "type: object\nadditionalProperties: {$ref: '../schema.json#/$defs/leaf'}\n",
    };
    const schema = {
      $ref: "./a%20b/tree.yaml",
      $defs: { leaf: { anyOf: [{ type: "integer" }, { $ref: "a%20b/tree.yaml" }] } },
    };
    expect(load(schema, files).files).toEqual(["schema.json", "a b/tree.yaml"]);
    expect(judge(schema, "a: {b: {c: 1}}\n", files)).toEqual([]);
    expect(judge(schema, "a: {b: {c: x}}\n", files).join()).toContain("a.b.c: expected a whole number");
  });

  test("may be called by the $id of their file", () => {
    const schema = {
      $id: "https://acme.example/s",
      $ref: "https://acme.example/s#/$defs/a",
      $defs: { a: { type: "null" } },
    };
    expect(judge(schema, "1")).toHaveLength(1);
  });

  test("have notes for other tools", () => {
    expect(
      judge({ "x-order": 3, description: "…", default: 1, examples: [1], $comment: "*/" }, "a: 1"),
    ).toEqual([]);
  });
});

describe("schemas made to take long", () => {
  const quickly = (schema: unknown, text: string): string[] => {
    const started = performance.now();
    const found = judge(schema, text);
    expect(performance.now() - started).toBeLessThan(20_000);
    return found;
  };
  const steps = /^1:1 holding this against schema\.json takes more than 2,000,000 steps/;

  test("by references that double at each level", () => {
    const level = (at: number) => ({ $ref: `#/$defs/d${at}` });
    const $defs = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`d${at}`, { allOf: [level(at + 1), level(at + 1)] }]),
    );
    expect(quickly({ ...level(0), $defs: { ...$defs, d40: true } }, "a: 1\n")[0]).toMatch(steps);
  });

  test("by a schema that is itself", () => {
    for (const schema of [{ $ref: "#" }, { allOf: [{ $ref: "#" }] }, { not: { $ref: "#" } }])
      expect(quickly(schema, "a: 1\n")[0]).toContain("refers to itself without end");
  });

  test("by a pattern", () => {
    const long = `${"a".repeat(500_000)}!\n`;
    expect(quickly({ pattern: "^(a+)+$" }, long)).toHaveLength(1);
    expect(quickly({ pattern: "((a{0,30}){0,30})*b" }, long)[0]).toMatch(steps);
  });

  test("by items that must differ, or one of many values", () => {
    const items = `[${Array.from({ length: 20_000 }, (_, at) => `{a: ${at}}`).join(", ")}]\n`;
    expect(quickly({ uniqueItems: true }, items)).toEqual([]);
    const values = Array.from({ length: 5_000 }, (_, at) => ({ b: at }));
    expect(quickly({ not: { contains: { enum: values } } }, items)[0]).toMatch(steps);
  });

  test("by being large", () => {
    const many = Array.from({ length: 5_001 }, () => ({}));
    expect(schemaFaults({ allOf: many })).toEqual([
      "schema.json:1:1 a schema has at most 5,000 schemas inside, those it refers to too; this has more",
    ]);
  });

  test("by aliases, which are looked through each time", () => {
    const text = Array.from({ length: 4 }, (_, at) => {
      const item = at === 0 ? "x" : `*a${at - 1}`;
      return `a${at}: &a${at} [${Array.from({ length: 30 }, () => item).join(", ")}]\n`;
    }).join("");
    const schema = {
      $defs: { n: { anyOf: [{ type: "string" }, { items: { $ref: "#/$defs/n" } }] } },
      additionalProperties: { $ref: "#/$defs/n" },
    };
    expect(quickly(schema, text)[0]).toMatch(steps);
  });
});

test("nothing that a schema says becomes code", () => {
  const evil = [
    '"];globalThis.broken = true;//',
    ["`$", "{(globalThis.broken = true)}`"].join(""),
    "');globalThis.broken=true;//",
    "\u2028;globalThis.broken=true;//",
  ];
  const schema = {
    $comment: "*/ globalThis.broken = true /*",
    properties: Object.fromEntries(
      evil.map((key) => [key, { const: key, enum: [key], title: key, $anchor: `a${evil.indexOf(key)}` }]),
    ),
    patternProperties: { '"\\];globalThis\\.broken=true;//': { $comment: evil[0] } },
    required: evil,
    dependentRequired: Object.fromEntries(evil.map((key) => [key, [key]])),
    additionalProperties: false,
  };
  const text = JSON.stringify(Object.fromEntries(evil.map((key) => [key, 1])));
  expect(judge(schema, text).length).toBeGreaterThan(0);
  expect(judge(schema, "a: 1\n").length).toBeGreaterThan(0);
  expect((globalThis as { broken?: boolean }).broken).toBeUndefined();
});

const schemas = fc.letrec<{ schema: unknown; part: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<unknown>(
      true,
      false,
      { type: "string" },
      { type: ["integer", "null"] },
      { enum: ["a", 1] },
      { format: "ipv4" },
    ),
    tie("part"),
  ),
  part: fc.record(
    {
      type: fc.constantFrom("object", "array", "string"),
      properties: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema"), { maxKeys: 3 }),
      required: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 2 }),
      additionalProperties: tie("schema"),
      items: tie("schema"),
      anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
      oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
      uniqueItems: fc.boolean(),
      minItems: fc.nat(3),
      not: tie("schema"),
    },
    { requiredKeys: [] },
  ),
})).schema;

test("findings are at places in the file, and are there exactly where the first error is", () => {
  const keys = fc.constantFrom("a", "b", "c", "d");
  const values = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("a", "192.0.2.1", 1, 2.5, null, true),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(keys, tie("value"), { maxKeys: 3 }),
    ),
  })).value;
  let unfit = 0;
  fc.assert(
    fc.property(schemas, values, (schema, value) => {
      const text = JSON.stringify(value, null, 1);
      const lines = text.split("\n");
      const { schema: usable } = load(schema);
      const [document] = read(text).documents;
      const found = usable!.judge(document!);
      if (found.length > 0) unfit += 1;
      for (const { line, column, endLine, endColumn, message } of found) {
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
        expect([endLine, endColumn] > [line, column] || endLine > line || endColumn > column).toBe(true);
        expect(message).not.toContain("$cost");
      }
    }),
    { numRuns: 60 },
  );
  expect(unfit).toBeGreaterThan(5);
});

test("no value whatever is a schema that breaks the loader", () => {
  const pieces = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(0, -1, "", "#", "a", null, true, [], {}, "https://a.example", "(", "object"),
      fc.array(tie("any"), { maxLength: 2 }),
      fc.dictionary(
        fc.constantFrom(
          ...[
            "$ref",
            "$id",
            "$schema",
            "$anchor",
            "$defs",
            "$dynamicRef",
            "type",
            "properties",
            "items",
            "anyOf",
          ],
          ...[
            "enum",
            "const",
            "pattern",
            "format",
            "required",
            "if",
            "then",
            "not",
            "minLength",
            "multipleOf",
          ],
          ...[
            "dependentRequired",
            "unevaluatedProperties",
            "contains",
            "maxContains",
            "x-a",
            "typo",
            "__proto__",
          ],
        ),
        tie("any"),
        { maxKeys: 3 },
      ),
    ),
  })).any;
  fc.assert(
    fc.property(pieces, (schema) => {
      const loaded = load(schema);
      expect(loaded.schema === undefined).toBe(loaded.diagnostics.length > 0);
      for (const text of ["a: [1, {b: c}]\n", "x", ""])
        for (const document of read(text).documents) loaded.schema?.judge(document);
    }),
    { numRuns: 200 },
  );
});
