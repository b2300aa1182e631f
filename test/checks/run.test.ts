import { describe, expect, test } from "@jest/globals";
import {
  assertionKinds,
  type Check,
  checkDiagnostics,
  loadChecks,
  runChecks,
} from "../../src/checks/index.ts";
import { TYPE } from "../../src/dns/index.ts";
import { resolverOf, run } from "./world.ts";

const playlist = `lists:
  datacenters:
    lon: { networks: [10.2.0.0/16] }
    ash: { networks: [10.3.0.0/16] }
checks:
  - name: the playlist service is discoverable in every datacenter
    owner: "@acme/playlist"
    for: { dc: datacenters }
    expect:
      - srv: _playlist._tcp.{dc}.acme.example
        targets: { min: 2, resolve: { all-of: [A] }, within: dc.networks, port: 4070 }
`;

const dc = (name: string, net: number) =>
  `_playlist._tcp.${name} SRV 0 0 4070 p1.${name}\n_playlist._tcp.${name} SRV 0 0 4070 p2.${name}\np1.${name} A 10.${net}.0.1\np2.${name} A 10.${net}.0.2\n`;
const whole = { "acme.example": dc("lon", 2) + dc("ash", 3) };

describe("the playlist question", () => {
  test("passes where every datacenter has its targets", () => {
    expect(run(playlist, { zones: whole })).toMatchObject([{ passed: true, cases: 2, failures: [] }]);
  });

  test("a datacenter without SRV records: check, case, record, nearest with file and line, where it was, owner", () => {
    const zones = { "acme.example": whole["acme.example"].replace(/^_playlist._tcp.ash.*\n/gm, "") };
    const results = run(playlist, { zones, before: whole });
    expect(results[0]?.failures).toEqual([
      {
        case: "dc=ash",
        expected: "at least one SRV record",
        found: "no such record",
        message:
          "_playlist._tcp.ash.acme.example. SRV: expected at least one SRV record, found no such record; " +
          "before this change it was at zones/acme.example.zone:7; " +
          "nearest: _playlist._tcp.lon.acme.example. SRV at zones/acme.example.zone:3",
        span: { file: "zones/acme.example.zone", line: 3, column: 1, endLine: 3, endColumn: 1 },
      },
    ]);
    expect(checkDiagnostics(results)).toMatchObject([
      {
        file: "zones/acme.example.zone",
        rule: "check/the-playlist-service-is-discoverable-in-every-datacenter",
        severity: "error",
        message: expect.stringMatching(
          /^“the playlist service .*” fails for dc=ash: .*; owner: @acme\/playlist$/,
        ),
      },
    ]);
  });
});

test("what a check asked is known, each question once", () => {
  const [result] = run(playlist, { zones: whole });
  expect(result?.touched).toContainEqual({ name: "_playlist._tcp.ash.acme.example.", type: TYPE.SRV });
  expect(result?.touched).toContainEqual({ name: "p2.lon.acme.example.", type: TYPE.A });
  expect(new Set(result?.touched.map(({ name, type }) => `${name} ${type}`)).size).toBe(
    result?.touched.length,
  );
});

describe("a check that asserts nothing fails", () => {
  const span = { file: "checks/a.yml", line: 1, column: 1, endLine: 1, endColumn: 1 };
  const check: Check = {
    name: "one",
    slug: "one",
    owner: undefined,
    view: undefined,
    span,
    cases: [],
    data: [],
  };
  const resolvers = new Map([["default", resolverOf({ "acme.example": "" })]]);

  test("without cases", () => {
    expect(runChecks([check], resolvers)[0]).toMatchObject({
      passed: false,
      failures: [{ message: "the check asserted nothing: no case asked anything", span }],
    });
  });

  test("in a view that no zone has", () => {
    expect(runChecks([{ ...check, view: "intrenal" }], resolvers)[0]?.failures[0]?.found).toBe(
      'no zone in view "intrenal"',
    );
  });

  test("without zones", () => {
    expect(runChecks([check], new Map())[0]?.passed).toBe(false);
  });
});

describe("views", () => {
  const load = (view: string) => {
    const yaml = `checks:\n  - name: one\n    ${view}\n    expect: [{ resolves: a.acme.example, type: A }]\n`;
    return loadChecks([{ file: "checks/a.yml", octets: Buffer.from(yaml) }], () => undefined).checks;
  };
  const resolvers = new Map([
    ["internal", resolverOf({ "acme.example": "a A 10.0.0.1" })],
    ["external", resolverOf({ "acme.example": "b A 192.0.2.1" })],
  ]);

  test("a check that names none holds in every one; the case says in which it does not", () => {
    expect(runChecks(load(""), resolvers)).toMatchObject([
      { passed: false, cases: 2, failures: [{ case: "view=external" }] },
    ]);
  });

  test("a check that names one holds there", () => {
    expect(runChecks(load("view: internal"), resolvers)).toMatchObject([{ passed: true, cases: 1 }]);
    expect(runChecks(load("view: external"), resolvers)).toMatchObject([
      { passed: false, failures: [{ case: "" }] },
    ]);
  });
});

test("an assertion that breaks is a failure, and the other checks go on", () => {
  const broken = {
    ...assertionKinds[0]!,
    evaluate() {
      throw new Error("boom");
    },
  };
  const span = { file: "checks/a.yml", line: 3, column: 1, endLine: 3, endColumn: 1 };
  const cases = [{ label: "", expect: [{ kind: broken, options: {} }] }];
  const check: Check = { name: "one", slug: "one", owner: undefined, view: undefined, span, cases, data: [] };
  const [result] = runChecks([check], new Map([["default", resolverOf({ "acme.example": "" })]]));
  expect(result?.failures).toMatchObject([{ found: "the assertion itself broke: boom", span }]);
});

test("what one expectation finds in a large zone is told in part, and counted", () => {
  const records = Array.from({ length: 1000 }, (_, index) => `t${index} A 192.0.2.1`).join("\n");
  const yaml = 'checks:\n  - { name: one, expect: [{ forbidden: "t*.acme.example" }] }\n';
  const [result] = run(yaml, { zones: { "acme.example": records } });
  expect(result?.failures).toHaveLength(201);
  expect(result?.failures.at(-1)?.message).toBe(
    "forbidden: expected no more than these, found 800 more that do not hold",
  );
});
