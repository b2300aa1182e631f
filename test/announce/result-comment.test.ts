import { describe, expect, test } from "@jest/globals";
import { resultComment, resultLine } from "../../src/announce/index.ts";
import type { DeploymentPhase, ServerChecks, ZoneStep } from "../../src/deploy/index.ts";
import { HEAD, result, step } from "./facts.ts";

function comment(
  phase: DeploymentPhase,
  zones: readonly ZoneStep[],
  approvedBy: readonly string[] = ["jonas"],
) {
  return resultComment({ sha: HEAD, target: "public", state: { phase, zones }, approvedBy, tookMs: 1_234 });
}

describe("the result comment", () => {
  test("says which server serves what now", () => {
    expect(comment("succeeded", [step()])).toBe(
      [
        "<!-- zonewright:result -->",
        "### 🚀 Deployed 0123456 on `public`: every nameserver serves exactly this commit (1.23 s)",
        "Approved by jonas.",
        "| zone | nameserver | serves | serial |\n|---|---|---|---|\n" +
          "| `acme.example.` | `ns1` 192.0.2.53 port 53 | ✅ this commit (3 answers compared in 4 ms) | 2026112001 → 2026112002 |",
      ].join("\n\n"),
    );
  });

  test("says what differs, where and how", () => {
    const wrong = result({
      verdict: "wrong",
      detail: "1 of 3 answers differs",
      differences: [{ name: "www.acme.example.", type: "A", expected: "192.0.2.10", found: "203.0.113.66" }],
    });
    const text = comment("failed", [step({ results: [result(), wrong] })]);
    expect(text).toContain("❌ something else: 1 of 3 answers differs");
    expect(text).toContain("- `ns1` `www.acme.example. A`: expected `192.0.2.10`, found `203.0.113.66`");
  });

  test("says of a server that is late or silent that it is tried on", () => {
    const text = comment("degraded", [
      step({ results: [result({ verdict: "unreachable", serial: undefined, detail: "no answer in time" })] }),
    ]);
    expect(text).toContain("it is tried again until they do");
    expect(text).toContain("❓ no answer: no answer in time | 2026112001 → none |");
  });

  test("says why a zone was refused, and that a removed one is gone", () => {
    const text = comment("failed", [
      step({ refused: "it has a structural error", results: [] }),
      step({ zone: "old.example.", action: "remove", serial: undefined }),
    ]);
    expect(text).toContain("| `acme.example.` | none | ❌ it has a structural error | 2026112001 |");
    expect(text).toContain("✅ no longer served");
  });

  test("lets no server's answer become markup", () => {
    const text = comment("failed", [
      step({
        results: [
          result({
            verdict: "wrong",
            detail: "@everyone | <b>| `x`",
            differences: [{ name: "a|b", type: "TXT", expected: "`", found: "<img> @mia ```" }],
          }),
        ],
      }),
    ]);
    const outside = text.replace(/(`+)[^`][\s\S]*?\1/g, "").replace("<!-- zonewright:result -->", "");
    expect(outside).not.toMatch(/<[a-z]/i);
    expect(outside).not.toMatch(/@[a-z]/);
    const row = text.split("\n").find((line) => line.startsWith("| `acme"))!;
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  test("stays within what GitHub takes", () => {
    const zones = Array.from({ length: 3_000 }, (_, at) => step({ zone: `zone${at}.example.` }));
    expect(comment("succeeded", zones).length).toBeLessThanOrEqual(60_000);
  });
});

describe("the line of a deployment status", () => {
  const phases: DeploymentPhase[] = [
    "planned",
    "applying",
    "verifying",
    "succeeded",
    "degraded",
    "failed",
    "superseded",
  ];

  test("is short enough in every phase", () => {
    for (const phase of phases)
      expect(resultLine({ phase, zones: [step()] }).length).toBeLessThanOrEqual(140);
  });

  test("counts the servers that were asked", () => {
    expect(resultLine({ phase: "succeeded", zones: [step(), step({ zone: "b.example." })] })).toBe(
      "Every nameserver asked (1) serves exactly this commit",
    );
  });
});

describe("the checks there", () => {
  const finding = {
    check: "the site *has* an address",
    owner: "@acme/web",
    case: "dc=ash",
    expected: "an address",
    found: "no such record",
    message: "www.acme.example. A: expected an address, found no such record",
    file: "zones/acme.example.zone",
    line: 5,
  };
  const well = { server: "ns1", passed: 2, failed: 0, unknown: 0, findings: [] };
  const failing = { server: "ns2", passed: 1, failed: 1, unknown: 0, findings: [finding] };
  const state = (phase: DeploymentPhase, ...checks: readonly ServerChecks[]) => ({
    phase,
    zones: [step()],
    checks,
  });
  const told = (phase: DeploymentPhase, ...checks: readonly ServerChecks[]) =>
    resultComment({ sha: HEAD, target: "public", state: state(phase, ...checks), approvedBy: [], tookMs: 1 });

  test("are told server by server, with what fails and who owns it", () => {
    const text = told("failed", well, failing);
    expect(text).toContain("### 🚨 Deployed 0123456 on `public`, but a check fails there");
    expect(text).toContain("- ✅ `ns1`: 2 checks pass\n- ❌ `ns2`: 1 check fails there, 1 check passes\n");
    expect(text).toContain(
      "  - **the site \\*has\\* an address** (dc=ash): `www.acme.example.` A: expected an address, found no such record (`zones/acme.example.zone:5`, owned by @\u2060acme/web)",
    );
    expect(resultLine(state("failed", well, failing))).toBe("A check fails on ns2");
  });

  test("that could not be told or run are no failures", () => {
    const untold = { ...well, passed: 0, unknown: 2 };
    expect(told("degraded", untold)).toContain("- ❓ `ns1`: could not tell of 2 checks");
    const unrun = { ...well, passed: 0, fault: "it took longer than 60000 ms" };
    expect(told("degraded", unrun)).toContain(
      "- ❓ `ns1`: the checks could not be run: it took longer than 60000 ms",
    );
  });

  test("are not mentioned where there are none", () => {
    expect(told("succeeded", { ...well, passed: 0 })).not.toContain("Checks there");
  });
});
