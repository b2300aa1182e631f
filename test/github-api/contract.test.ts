import { describe, expect, test } from "@jest/globals";
import { Contract, contractFetch, type Violation } from "./contract.ts";

const contract = new Contract();
const sha = "a".repeat(40);

function messages(violations: readonly Violation[]): string[] {
  return violations.map(({ part, message }) => `${part}: ${message}`);
}

describe("a request", () => {
  const run = { name: "zonewright", head_sha: sha };

  test("as described has no violation, with or without the Enterprise prefix", () => {
    expect(contract.validateRequest("POST", "https://api.github.com/repos/o/r/check-runs", run)).toEqual([]);
    expect(contract.validateRequest("POST", "http://127.0.0.1:1/api/v3/repos/o/r/check-runs", run)).toEqual(
      [],
    );
  });

  test("with a misspelt field", () => {
    const body = { ...run, conclusoin: "success" };
    expect(messages(contract.validateRequest("POST", "/repos/o/r/check-runs", body))).toEqual([
      "request body: must NOT have additional properties (conclusoin)",
    ]);
  });

  test("with a field misspelt further down", () => {
    const body = { ...run, output: { title: "t", summary: "s", sumary: "s" } };
    expect(messages(contract.validateRequest("POST", "/repos/o/r/check-runs", body))).toEqual([
      "request body: /output must NOT have additional properties (sumary)",
    ]);
  });

  test("with an annotation level that GitHub has not", () => {
    const annotation = { path: "a", start_line: 1, end_line: 1, annotation_level: "error", message: "m" };
    const body = { ...run, output: { title: "t", summary: "s", annotations: [annotation] } };
    expect(messages(contract.validateRequest("POST", "/repos/o/r/check-runs", body))).toEqual([
      "request body: /output/annotations/0/annotation_level must be equal to one of the allowed values",
    ]);
  });

  test("without a field that is required, and without a body", () => {
    expect(messages(contract.validateRequest("POST", "/repos/o/r/pulls", { head: "a" }))).toEqual([
      "request body: must have required property 'base'",
    ]);
    expect(messages(contract.validateRequest("POST", "/repos/o/r/pulls", undefined))).toEqual([
      "request body: is missing",
    ]);
  });

  test("with an unknown query parameter, or one of the wrong type", () => {
    expect(messages(contract.validateRequest("GET", "/repos/o/r/pulls?stat=open", undefined))).toEqual([
      "query: stat: stat is no parameter",
    ]);
    expect(messages(contract.validateRequest("GET", "/repos/o/r/pulls?per_page=many", undefined))).toEqual([
      "query: per_page: must be integer",
    ]);
  });

  test("to a place that GitHub has not", () => {
    expect(messages(contract.validateRequest("GET", "/repos/o/r/pull/1", undefined))).toEqual([
      "route: is no operation listed in operations.ts",
    ]);
    expect(messages(contract.validateRequest("GET", "/repos/o/r/pulls/one", undefined))).toEqual([
      "path: pull_number: must be integer",
    ]);
  });

  test("for check runs of a ref with slashes is not taken for one of the commit", () => {
    const url = "/repos/o/r/commits/heads%2Fmain/check-runs?filter=latest";
    expect(contract.validateRequest("GET", url, undefined)).toEqual([]);
  });
});

describe("a response", () => {
  const ref = {
    ref: "refs/heads/main",
    node_id: "x",
    url: "https://x.example/",
    object: { type: "commit", sha, url: "https://x.example/" },
  };

  test("as described has no violation", () => {
    expect(contract.validateResponse("GET", "/repos/o/r/git/ref/heads/main", 200, ref)).toEqual([]);
  });

  test("that lacks something, or has it in another type", () => {
    const { node_id: _, ...rest } = ref;
    expect(
      messages(contract.validateResponse("GET", "/repos/o/r/git/ref/heads/main", 200, { ...rest, url: 1 })),
    ).toEqual(["response body: must have required property 'node_id'", "response body: /url must be string"]);
  });

  test("with a status that is not documented", () => {
    expect(
      messages(contract.validateResponse("GET", "/repos/o/r/git/ref/heads/main", 204, undefined)),
    ).toEqual(["status: 204 is not documented"]);
  });
});

describe("contractFetch", () => {
  const answer = async () => Response.json({ message: "no" }, { status: 418 });

  test("throws on a wrong request, without sending it", async () => {
    let sent = 0;
    const fetch = contractFetch(
      () => undefined,
      async () => {
        sent++;
        return await answer();
      },
      contract,
    );
    const wrong = fetch("https://api.github.com/repos/o/r/issues/1/comments", {
      method: "POST",
      body: '{"text":"hi"}',
    });
    await expect(wrong).rejects.toThrow(/request body must have required property 'body'/);
    expect(sent).toBe(0);
  });

  test("reports a response that is not described, and hands it on", async () => {
    const reported: Violation[] = [];
    const fetch = contractFetch((violation) => reported.push(violation), answer, contract);
    const response = await fetch("https://api.github.com/repos/o/r/issues/1/comments", {
      method: "POST",
      body: '{"body":"hi"}',
    });
    expect(await response.json()).toEqual({ message: "no" });
    expect(messages(reported)).toEqual(["status: 418 is not documented"]);
  });
});
