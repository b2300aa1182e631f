import { expect, test } from "@jest/globals";
import type { CheckResult } from "../../src/checks/index.ts";
import { nextRows } from "../../src/controller/index.ts";

const ns1 = { name: "ns1", address: "192.0.2.1", port: 53 };
const ns2 = { name: "ns2", address: "192.0.2.2", port: 53 };

function result(slug: string, verdict: CheckResult["verdict"]): CheckResult {
  const span = { file: "checks/web.yml", line: 2, column: 1, endLine: 2, endColumn: 9 };
  const finding = { case: "", expected: "an address", found: "nothing", message: "it is wrong", span };
  return {
    name: `The ${slug}`,
    slug,
    span,
    verdict,
    passed: verdict === "pass",
    cases: 1,
    failures: verdict === "fail" ? [finding] : [],
    ...(verdict === "unknown" && { unknowns: [finding] }),
    touched: [],
  };
}

function checked(server: typeof ns1, ...results: readonly CheckResult[]) {
  return { server, results, fault: undefined };
}

test("each check has a row for each nameserver, with what was found where it does not pass", () => {
  const both = [checked(ns1, result("site", "pass")), checked(ns2, result("site", "fail"))];
  const { rows, ended } = nextRows([], both, 1);
  expect(rows).toMatchObject([
    { server: "ns1", slug: "site", name: "The site", verdict: "pass", since: 1, at: 1, findings: [] },
    {
      server: "ns2",
      slug: "site",
      verdict: undefined,
      turning: { verdict: "fail", since: 1, rounds: 1 },
      findings: [{ check: "The site", message: "it is wrong", file: "checks/web.yml", line: 2 }],
    },
  ]);
  expect(ended).toEqual([]);
});

test("a period ends where the verdict changes, and where a check or nameserver is no more", () => {
  const first = nextRows([], [checked(ns1, result("site", "pass"), result("shop", "pass"))], 1).rows;
  const second = nextRows(first, [checked(ns1, result("site", "fail"))], 2);
  expect(second.ended).toEqual([{ server: "ns1", slug: "shop", verdict: "pass", since: 1, until: 1 }]);
  const third = nextRows(second.rows, [checked(ns1, result("site", "fail"))], 3);
  expect(third.rows).toMatchObject([{ slug: "site", verdict: "fail", since: 2, at: 3 }]);
  expect(third.ended).toEqual([{ server: "ns1", slug: "site", verdict: "pass", since: 1, until: 2 }]);
  expect(nextRows(third.rows, [checked(ns2, result("site", "pass"))], 4).ended).toEqual([
    { server: "ns1", slug: "site", verdict: "fail", since: 2, until: 3 },
  ]);
});
