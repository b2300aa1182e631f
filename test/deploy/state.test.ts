import { describe, expect, test } from "@jest/globals";
import {
  advance,
  type DeploymentEvent,
  type DeploymentState,
  judgeTip,
  type ServerChecks,
  type ServerResult,
  type TipFacts,
  type Verdict,
  type ZoneStep,
} from "../../src/deploy/index.ts";

const step: ZoneStep = {
  zone: "a.example.",
  view: "default",
  action: "publish",
  contentHash: "hash",
  serial: undefined,
  serialBefore: 1,
  results: [],
};
const planned: DeploymentState = { phase: "planned", zones: [step] };
const at = { zone: step.zone, view: step.view };

function result(verdict: Verdict): ServerResult {
  const server = { name: "ns1", address: "127.0.0.1", port: 53 };
  return { server, verdict, serial: 2, asked: 1, differences: [], detail: "", at: 0, tookMs: 1 };
}

function following(...events: readonly DeploymentEvent[]): DeploymentState {
  return events.reduce(advance, planned);
}

function judged(...verdicts: readonly Verdict[]): DeploymentState {
  return judgedWith(undefined, verdicts);
}

function judgedWith(
  checks: readonly ServerChecks[] | undefined,
  verdicts: readonly Verdict[],
): DeploymentState {
  return following(
    { is: "stored", ...at, serial: 2 },
    { is: "applied" },
    { is: "verified", ...at, results: verdicts.map(result) },
    ...(checks ? [{ is: "checked", checks } as const] : []),
    { is: "judged" },
  );
}

describe("a deployment", () => {
  test.each([
    [["ok", "ok"], "succeeded"],
    [["ok", "stale"], "degraded"],
    [["ok", "unreachable"], "degraded"],
    [["unreachable", "wrong"], "failed"],
    [["ok", "wrong"], "failed"],
    [[], "degraded"],
  ] as const)("in which the servers answer %j has %s", (verdicts, phase) => {
    expect(judged(...verdicts).phase).toBe(phase);
  });

  test.each([
    [["ok", "ok"], [0, 0], [0, 0], "succeeded"],
    [["ok", "ok"], [0, 1], [0, 0], "failed"],
    [["ok", "ok"], [0, 0], [0, 1], "degraded"],
    [["ok", "ok"], [1, 0], [0, 1], "failed"],
    [["ok", "unreachable"], [1], [0], "failed"],
    [["ok", "wrong"], [0], [0], "failed"],
  ] as const)(
    "in which servers answer %j, where %j checks fail and %j are not known, has %s",
    (verdicts, failed, unknown, phase) => {
      const checks = failed.map((count, at) => ({
        server: `ns${at}`,
        passed: 1,
        failed: count,
        unknown: unknown[at]!,
        findings: [],
      }));
      expect(judgedWith(checks, verdicts)).toMatchObject({ phase, checks });
    },
  );

  test("whose checks cannot be run there is not done", () => {
    const checks = [
      { server: "ns1", passed: 0, failed: 0, unknown: 0, findings: [], fault: "out of memory" },
    ];
    expect(judgedWith(checks, ["ok"]).phase).toBe("degraded");
  });

  test("recovers when a late server catches up", () => {
    const late = judged("stale");
    const again = advance(advance(late, { is: "verified", ...at, results: [result("ok")] }), {
      is: "judged",
    });
    expect(again.phase).toBe("succeeded");
  });

  test("with a refused zone has failed, whatever the servers say of the others", () => {
    const state = following({ is: "refused", ...at, why: "no" }, { is: "applied" }, { is: "judged" });
    expect(state).toMatchObject({ phase: "failed", zones: [{ refused: "no" }] });
  });

  test("cannot be judged before it was applied", () => {
    expect(() => following({ is: "judged" })).toThrow(/cannot follow phase "planned"/);
  });

  test("knows its zones", () => {
    expect(() => following({ is: "stored", zone: "b.example.", view: "default", serial: 1 })).toThrow(
      /no zone b\.example\./,
    );
  });
});

describe("the tip of a deploy branch", () => {
  const tip: TipFacts = {
    sha: "a".repeat(40),
    tree: "tree",
    inputsDigest: "inputs",
    passed: true,
    reasons: [],
    merged: { testedTree: "tree", tree: "tree", pull: 7 },
    movedBack: false,
    adopt: undefined,
    approved: undefined,
  };

  test("to which somebody moved the branch back is held, whatever it was before", () => {
    const back = judgeTip({ ...tip, movedBack: true, adopt: tip.sha });
    expect(back).toMatchObject({ deploy: false, why: expect.stringMatching(/moved back/) });
  });

  test("that is our merge of the tested tree is deployed", () => {
    expect(judgeTip(tip)).toEqual({ deploy: true, origin: "merged", pull: 7 });
  });

  test("whose tree is not the tested one is held", () => {
    expect(judgeTip({ ...tip, merged: { testedTree: "other", tree: "tree", pull: 7 } })).toMatchObject({
      deploy: false,
      why: expect.stringMatching(/not the tree/),
    });
  });

  test("that does not pass is held even if it is our merge", () => {
    expect(judgeTip({ ...tip, passed: false, reasons: ["a check fails"] })).toMatchObject({ deploy: false });
  });

  test("that somebody pushed is held", () => {
    const approved = { sha: "b".repeat(40), inputsDigest: "before" };
    expect(judgeTip({ ...tip, merged: undefined, approved })).toMatchObject({
      deploy: false,
      origin: "unapproved",
    });
  });

  test("that changes nothing of what was approved carries the approval on", () => {
    const approved = { sha: "b".repeat(40), inputsDigest: "inputs" };
    expect(judgeTip({ ...tip, merged: undefined, approved })).toEqual({ deploy: true, origin: "carried" });
  });

  test("that the operator named is adopted", () => {
    expect(judgeTip({ ...tip, merged: undefined, adopt: tip.sha })).toEqual({
      deploy: true,
      origin: "adopted",
    });
  });

  test("of a branch nobody ever approved anything on is held, and it says how to begin", () => {
    expect(judgeTip({ ...tip, merged: undefined })).toMatchObject({
      deploy: false,
      why: expect.stringMatching(/adopt/),
    });
  });
});
