import { describe, expect, test } from "@jest/globals";
import { checkDiagnostics, loadChecks, runChecks } from "../../src/checks/index.ts";
import { checksOf, resolverOf, type Zones } from "./world.ts";

const check = (except: string) => `checks:
  - name: one
    for: { dc: [sto, ash] }
    except: ${except}
    expect: [{ resolves: "a.{dc}.acme.example", type: A }]
`;
const declared = check("{ dc: [ash], until: 2027-01-31, because: the move }");

const lastMoment = Date.parse("2027-01-31T23:59:59.999Z");
const resolvers = (zones: Zones) => new Map([["default", resolverOf(zones)]]);
const withoutAsh = { "acme.example": "a.sto A 10.1.0.1" };
const excepted = { case: "dc=ash", until: "2027-01-31", because: "the move", failures: [] };

describe("an exception", () => {
  test("holds to the end of its last day in UTC, and is shown", () => {
    const run = (now: number) => runChecks(checksOf(declared), resolvers(withoutAsh), { now })[0];
    expect(run(lastMoment)).toMatchObject({ verdict: "pass", cases: 2, failures: [], excepted: [excepted] });
    expect(run(lastMoment + 1)).toMatchObject({ verdict: "fail", failures: [{ case: "dc=ash" }] });
    expect(run(lastMoment + 1)).not.toHaveProperty("excepted");
  });

  test("leaves the other cases as they are", () => {
    const zones = { "acme.example": "a.ash A 10.3.0.1" };
    expect(runChecks(checksOf(declared), resolvers(zones), { now: 0 })[0]).toMatchObject({
      passed: false,
      failures: [{ case: "dc=sto" }],
    });
  });

  test("of all cases is not the same as asserting nothing", () => {
    const all = check("{ dc: [sto, ash], until: 2027-01-31, because: the move }");
    expect(runChecks(checksOf(all), resolvers({ "acme.example": "" }), { now: 0 })[0]).toMatchObject({
      passed: true,
      excepted: [{ case: "dc=sto" }, { case: "dc=ash" }],
    });
  });

  test("of a check without cases is for all of it", () => {
    const yaml = `checks:\n  - name: one\n    except: { until: 2027-01-31, because: soon }\n    expect: [{ nxdomain: a.acme.example }]\n`;
    const results = runChecks(checksOf(yaml), resolvers({ "acme.example": "a TXT x" }), { now: 0 });
    expect(results).toMatchObject([{ passed: true, excepted: [{ case: "" }] }]);
  });

  test("of several the longest counts", () => {
    const two = check(
      "[{ dc: ash, until: 2026-01-31, because: first }, { dc: [ash], until: 2027-01-31, because: then }]",
    );
    expect(runChecks(checksOf(two), resolvers(withoutAsh), { now: lastMoment })[0]?.excepted).toMatchObject([
      { because: "then" },
    ]);
  });
});

describe("an exception that ended", () => {
  const now = lastMoment + 1;

  test("fails where nothing is compared with: the monitor", () => {
    const results = runChecks(checksOf(declared), resolvers(withoutAsh), { now });
    expect(checkDiagnostics(results)[0]?.message).toContain(
      "the exception for it ended with 2027-01-31 (the move)",
    );
  });

  test("does not fail a change that leaves the case as it was, and shows", () => {
    const after = { "acme.example": "a.sto A 10.1.0.9" };
    const [result] = runChecks(checksOf(declared), resolvers(after), { now, before: resolvers(withoutAsh) });
    expect(result).toMatchObject({
      verdict: "pass",
      failures: [],
      expired: [{ case: "dc=ash", until: "2027-01-31", failures: [{ found: "no such record" }] }],
    });
    expect(checkDiagnostics([result!])).toMatchObject([
      {
        file: "checks/a.yml",
        line: 2,
        severity: "info",
        message: expect.stringMatching(
          /^“one” has an exception for dc=ash that ended with 2027-01-31 \(the move\)/,
        ),
      },
    ]);
  });

  test("fails a change that touches the case", () => {
    const after = { "acme.example": "a.sto A 10.1.0.1\na.ash TXT x" };
    const [result] = runChecks(checksOf(declared), resolvers(after), { now, before: resolvers(withoutAsh) });
    expect(result).toMatchObject({ verdict: "fail", failures: [{ case: "dc=ash" }] });
  });

  test("is nothing where the case holds", () => {
    const whole = { "acme.example": "a.sto A 10.1.0.1\na.ash A 10.3.0.1" };
    expect(runChecks(checksOf(declared), resolvers(whole), { now })[0]).toMatchObject({ verdict: "pass" });
  });

  test("touches by the names that are walked, too", () => {
    const yaml = `checks:\n  - name: one\n    except: { until: 2027-01-31, because: soon }\n    expect: [{ forbidden: "*.acme.example" }]\n`;
    const before = resolvers({ "acme.example": "a TXT x" });
    const judge = (records: string) =>
      runChecks(checksOf(yaml), resolvers({ "acme.example": records }), { now, before })[0]?.verdict;
    expect(judge("a TXT x")).toBe("pass");
    expect(judge("a TXT x\nb TXT x")).toBe("fail");
  });
});

test.each([
  ["{ dc: [ahs], until: 2027-01-31, because: x }", '4:20 there is no dc=ahs; did you mean "ash"?'],
  ["{ cd: [ash], until: 2027-01-31, because: x }", '"cd" is no variable of `for`; did you mean "dc"?'],
  ["{ dc: ash, until: 2027-02-29, because: x }", '4:31 "2027-02-29" is no day: write it like 2027-01-31'],
  ["{ dc: ash, until: next week, because: x }", '"next week" is no day'],
  ["{ dc: ash, because: x }", '"until" is missing'],
  ["{ dc: ash, until: 2027-01-31 }", '"because" is missing'],
  ["{ until: 2027-01-31, because: x }", "names no case: say which of dc"],
  ["ash", "4:13 write {dc: [ash], until: 2027-01-31, because: …}"],
])("%s is told to be wrong", (except, message) => {
  const octets = Buffer.from(check(except));
  const { checks, diagnostics } = loadChecks([{ file: "checks/a.yml", octets }], () => undefined);
  expect(checks).toEqual([]);
  expect(
    diagnostics.map(({ line, column, message: text }) => `${line}:${column} ${text}`).join("\n"),
  ).toContain(message);
});

test("a variable cannot be called like a word of an exception", () => {
  const yaml = `checks:\n  - name: one\n    for: { until: [a] }\n    expect: [{ nxdomain: "{until}" }]\n`;
  const { diagnostics } = loadChecks([{ file: "checks/a.yml", octets: Buffer.from(yaml) }], () => undefined);
  expect(diagnostics[0]?.message).toContain("a word of `except`");
});
