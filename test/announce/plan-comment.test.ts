import { describe, expect, test } from "@jest/globals";
import { planComment, unboundComment, unmergeableComment } from "../../src/announce/index.ts";
import type { Evaluation } from "../../src/evaluation/index.ts";
import type { PolicyResult, PullVerdict } from "../../src/policy/index.ts";
import { checkedEvaluationOf, evaluationOf, HEAD, waitingPolicy } from "./facts.ts";

function comment(
  evaluation: Evaluation,
  more: { verdict?: PullVerdict; policy?: PolicyResult } = {},
): string {
  const verdict = more.verdict ?? { is: "waiting", on: ["0 of 1 approval: somebody"] };
  return planComment({
    head: HEAD,
    baseRef: "main",
    evaluation,
    verdict,
    policy: more.policy ?? waitingPolicy,
  });
}

describe("the plan comment", () => {
  test("begins with the verdict and its reasons, and names commit and plan", () => {
    const evaluation = evaluationOf("www A 192.0.2.10\nradio A 192.0.2.20");
    const text = comment(evaluation);
    expect(text).toMatch(/^<!-- zonewright:plan -->\n\n### ⏳ Waiting\n- 0 of 1 approval: somebody\n/);
    expect(text).toContain(`at commit 0123456; plan ${evaluation.plan.digest.slice(0, 12)}.`);
    expect(text).toContain("radio.acme.example.");
    expect(text).not.toContain("#### Findings");
  });

  test("tells each reason for being blocked once", () => {
    const evaluation = evaluationOf("radio CNAME edge.cdn.example");
    const text = comment(evaluation, { verdict: { is: "blocked", by: evaluation.reasons } });
    expect(text.match(/^- 1 error in zones\/acme\.example\.zone$/gm)).toHaveLength(1);
    expect(text).toContain("- **error** `zones/acme.example.zone:7:13` ");
    expect(text).toContain("(`missing-trailing-dot-target`)");
  });

  test("says that it is ready only where nothing stands against it", () => {
    expect(comment(evaluationOf("www A 192.0.2.11"), { verdict: { is: "ready" } })).toContain("### ✅ Ready");
    const broken = evaluationOf("radio CNAME edge.cdn.example");
    expect(comment(broken, { verdict: { is: "ready" } })).not.toContain("Ready");
  });

  test("names a failed check with its place, and a case only where the check has cases", () => {
    const text = comment(checkedEvaluationOf("web A 192.0.2.10"));
    expect(text).toContain("0 of 1 semantic check passed.");
    expect(text).toMatch(/- ❌ \*\*www has an address\*\*\n {2}- \S(?!.*`` `).*\(`[^`]+:\d+:\d+`\)/);
    expect(text).not.toMatch(/ {2}- `+ +`+: /);
  });

  test("shows how approval stands as a tree", () => {
    expect(comment(evaluationOf("www A 192.0.2.11"))).toContain(
      "- ✅ open and not a draft: it is open\n- ⏳ approvals: 0 of 1 approval; needs: somebody",
    );
  });

  test("lets nothing of a record or a name become markup, mention or HTML", () => {
    const evil =
      '"@everyone ![x](http://evil.example) <img src=x> `code` ```\\\\nfence <!-- zonewright:plan -->"';
    const text = comment(evaluationOf(`www A 192.0.2.10\nevil TXT ${evil}`), {
      verdict: { is: "waiting", on: ["@everyone <script> asked [for](http://x) changes"] },
      policy: {
        ...waitingPolicy,
        children: [
          {
            rule: "veto",
            status: "waiting",
            why: "</details><h1>@mia</h1> asked",
            needs: "`it`",
            children: [],
          },
        ],
      },
    });
    const outside = text.replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, "").replace(/(`+)[^`][\s\S]*?\1/g, "");
    expect(outside).not.toMatch(/@[a-z]/);
    expect(
      outside.replace("<!-- zonewright:plan -->", "").replace(/<\/?(?:details|summary)>/g, ""),
    ).not.toMatch(/<[a-z/!]/i);
    expect(outside).not.toMatch(/(?<!\\)\]\(/);
    expect(text.match(/<\/details>/g)).toHaveLength(text.match(/<details>/g)!.length);
  });

  test("stays within what GitHub takes, and no fence stays open", () => {
    const hosts = Array.from({ length: 5_000 }, (_, at) => `host${at} A 192.0.2.${at % 250}`);
    const text = comment(evaluationOf(hosts.join("\n")));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect((text.match(/^`{3,}/gm) ?? []).length % 2).toBe(0);
  });

  test("says why there is nothing to judge", () => {
    expect(unmergeableComment(HEAD, "main", "it conflicts with main")).toBe(
      "<!-- zonewright:plan -->\n\n### ❌ Blocked: it conflicts with main\n\n" +
        "Nothing was tested: `main` and commit 0123456 have no merge result.",
    );
    expect(unboundComment(HEAD, "at`tic")).toContain("nothing is deployed from ``at`tic``");
  });
});
