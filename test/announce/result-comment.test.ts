import { describe, expect, test } from "@jest/globals";
import { resultComment, resultLine } from "../../src/announce/index.ts";
import type { DeploymentPhase, ZoneStep } from "../../src/deploy/index.ts";
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
