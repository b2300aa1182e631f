import { describe, expect, test } from "@jest/globals";
import { type Resolution, type Resolver, runChecks } from "../../src/checks/index.ts";
import { checksOf, resolverOf } from "./world.ts";

const files = resolverOf({
  "acme.example": "a.lab A 192.0.2.1\nb.lab A 192.0.2.2\n_x._tcp SRV 0 0 1 a.lab\n_x._tcp SRV 0 0 1 b.lab",
});

/** The same, of which nothing is heard about a name. */
function silentAbout(name: string, kind: "unreachable" | "pending" = "unreachable"): Resolver {
  const silence: Resolution = { kind, chain: [name as never], rdata: [], ttl: 0, places: [] };
  return { ...files, resolve: (asked, type) => (asked === name ? silence : files.resolve(asked, type)) };
}

const judge = (expectation: string, resolver: Resolver) =>
  runChecks(
    checksOf(`checks:\n  - name: one\n    expect: [${expectation}]\n`),
    new Map([["default", resolver]]),
  )[0]!;

describe.each(["unreachable", "pending"] as const)("where a question is %s", (kind) => {
  test("the verdict is that it could not be told", () => {
    const result = judge(
      "{ resolves: a.lab.acme.example, type: A }",
      silentAbout("a.lab.acme.example.", kind),
    );
    expect(result).toMatchObject({ verdict: "unknown", passed: false, failures: [] });
    expect(result.unknowns?.[0]?.message).toContain(
      "a.lab.acme.example. A: expected an answer, found no answer",
    );
  });

  test("what counts on the answer is not said to be wrong", () => {
    const result = judge(
      "{ srv: _x._tcp.acme.example, targets: { min: 2 } }",
      silentAbout("b.lab.acme.example.", kind),
    );
    expect(result).toMatchObject({ verdict: "unknown", failures: [] });
  });

  test("what does not count on it is judged all the same", () => {
    const silent = silentAbout("a.lab.acme.example.", kind);
    expect(
      judge('{ every: "*.lab.acme.example", expect: { ttl: "{name}", type: A, max: 1m } }', silent),
    ).toMatchObject({
      verdict: "fail",
      failures: [{ found: "5 min", message: expect.stringContaining("b.lab.acme.example.") }],
      unknowns: [{ message: expect.stringContaining("a.lab.acme.example.") }],
    });
    const two = "{ nxdomain: b.lab.acme.example }, { resolves: a.lab.acme.example, type: A }";
    expect(judge(two, silent)).toMatchObject({ verdict: "fail", failures: [{}], unknowns: [{}] });
  });
});

test("a source that knows no records by address is asked name by name", () => {
  const { pointing: _, ...asked } = files;
  const result = judge("{ no-address-within: 192.0.2.2/32 }", asked);
  expect(result.failures.map(({ message }) => message)).toEqual([
    expect.stringContaining("b.lab.acme.example. A: expected no A record to point into 192.0.2.2/32"),
  ]);
  expect(result.touched).toHaveLength(2);
});

test("a kind that compares views is run once, the others in each", () => {
  const checks = checksOf(
    "checks:\n  - name: one\n    expect: [{ same-in-views: a.acme.example }, { nxdomain: b.acme.example }]\n",
  );
  const resolvers = new Map([
    ["internal", resolverOf({ "acme.example": "a A 10.0.0.1\nb TXT x" })],
    ["external", resolverOf({ "acme.example": "a A 192.0.2.1" })],
  ]);
  expect(runChecks(checks, resolvers)[0]?.failures.map(({ case: label }) => label)).toEqual([
    "view=internal",
    "",
  ]);
});
