import { describe, expect, test } from "@jest/globals";
import type { CheckFailure, CheckResult } from "../../src/checks/index.ts";
import { serverChecks } from "../../src/deploy/index.ts";

const span = { file: "checks/web.yml", line: 2, column: 1, endLine: 2, endColumn: 9 };

function failure(label: string): CheckFailure {
  return { case: label, expected: "an address", found: "nothing", message: `${label} is wrong`, span };
}

function result(verdict: CheckResult["verdict"], findings: readonly CheckFailure[]): CheckResult {
  return {
    name: `the ${verdict} one`,
    slug: verdict,
    owner: "@acme/web",
    span,
    verdict,
    passed: verdict === "pass",
    cases: 1,
    failures: verdict === "fail" ? findings : [],
    ...(verdict === "unknown" && { unknowns: findings }),
    touched: [],
  };
}

describe("what is kept of the checks on a nameserver", () => {
  test("is how many there were of each verdict, and what fails before what could not be told", () => {
    const kept = serverChecks("ns1", [
      result("unknown", [failure("dc=lon")]),
      result("pass", []),
      result("fail", [failure("dc=ash")]),
    ]);
    expect(kept).toMatchObject({ server: "ns1", passed: 1, failed: 1, unknown: 1 });
    expect(kept.findings).toEqual([
      {
        check: "the fail one",
        owner: "@acme/web",
        case: "dc=ash",
        expected: "an address",
        found: "nothing",
        message: "dc=ash is wrong",
        file: "checks/web.yml",
        line: 2,
      },
      expect.objectContaining({ check: "the unknown one", case: "dc=lon" }),
    ]);
  });

  test("is bounded, for one check and for all", () => {
    const many = Array.from({ length: 50 }, (_, i) => failure(`n=${i}`));
    expect(serverChecks("ns1", [result("fail", many)]).findings).toHaveLength(5);
    expect(serverChecks("ns1", Array<CheckResult>(50).fill(result("fail", many))).findings).toHaveLength(20);
  });
});
