import { describe, expect, test } from "@jest/globals";
import { planComment, unboundComment, unmergeableComment } from "../../src/announce/index.ts";
import type { Evaluation } from "../../src/evaluation/index.ts";
import type { PolicyResult, PullVerdict } from "../../src/policy/index.ts";
import { judge, zoneFile } from "../evaluation/repository.ts";
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
    expect(text).toContain("- **error** `zones/acme.example.zone:7:13`: ");
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

  describe("stays within what GitHub takes, and whole", () => {
    const balanced = (text: string) => {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_000);
      expect((text.match(/^`{3,}/gm) ?? []).length % 2).toBe(0);
      expect((text.match(/<details>/g) ?? []).length).toBe((text.match(/<\/details>/g) ?? []).length);
    };

    test("where the plan is long: it is cut, and the command for the rest given", () => {
      const hosts = Array.from({ length: 5_000 }, (_, at) => `host${at} A 192.0.2.${at % 250}`);
      const text = comment(evaluationOf(hosts.join("\n")));
      balanced(text);
      expect(text).toMatch(/_Cut here: [\d,]+ more lines of the plan\./);
      expect(text).toContain(`\`zonewright plan --from main --to ${HEAD}\` shows all.`);
      expect(text).toContain("<summary>How approval stands</summary>");
    });

    test("where findings are many and long", () => {
      const wrong = Array.from({ length: 300 }, (_, at) => `h${at} CNAME ${`${"é".repeat(20)}.`.repeat(3)}x`);
      balanced(comment(evaluationOf(wrong.join("\n"))));
    });

    test("where reasons and rules are", () => {
      const long = "漢".repeat(5_000);
      const many = Array.from({ length: 200 }, (_, at) => `${at} ${long}`);
      const children = many.map((why) => ({ rule: long, status: "waiting" as const, why, children: [] }));
      const policy = { ...waitingPolicy, children };
      balanced(comment(evaluationOf("www A 192.0.2.11"), { verdict: { is: "waiting", on: many }, policy }));
    });

    test("a branch's name in the command is one word of the shell", () => {
      const hosts = Array.from({ length: 5_000 }, (_, at) => `host${at} A 192.0.2.${at % 250}`);
      const facts = { head: HEAD, verdict: { is: "ready" } as const, policy: waitingPolicy };
      const evaluation = evaluationOf(hosts.join("\n"));
      expect(planComment({ ...facts, baseRef: "a'$(x)", evaluation })).toContain(
        `zonewright plan --from 'a'\\''$(x)' --to ${HEAD}`,
      );
    });
  });

  test("tells the guards that the plan goes over with the plan", () => {
    const hosts = (count: number) =>
      Array.from({ length: count }, (_, at) => `h${at} A 192.0.2.${at + 1}`).join("\n");
    const evaluation = judge(
      { "zones/a.example.zone": zoneFile(hosts(15)) },
      { "zones/a.example.zone": zoneFile("") },
    );
    expect(comment(evaluation)).toContain(
      "> [!WARNING]\n> - 75 % of `a.example.` would be removed (limit 30 %): needs one approval more than usual",
    );
  });

  test("tells a guard once where the verdict waits for it", () => {
    const hosts = (count: number) =>
      Array.from({ length: count }, (_, at) => `h${at} A 192.0.2.${at + 1}`).join("\n");
    const evaluation = judge(
      { "zones/a.example.zone": zoneFile(hosts(15)) },
      { "zones/a.example.zone": zoneFile("") },
    );
    const on = [`0 of 2 approvals: 2 people; one more than usual: ${evaluation.guards[0]!.why}`];
    const text = comment(evaluation, { verdict: { is: "waiting", on } });
    expect(text.match(/would be removed/g)).toHaveLength(1);
  });

  test("lists errors that the change ignores before all that was found", () => {
    const text = comment(
      evaluationOf(
        "www A 192.0.2.10\nradio CNAME edge.cdn.example ; zonewright-ignore missing-trailing-dot-target -- @mia said so",
      ),
    );
    expect(text).toContain("#### Errors that this change ignores\n- `zones/acme.example.zone:8:30`");
    expect(text).toContain("ignores `missing-trailing-dot-target`: ");
    expect(text).toMatch(/, because @\u2060mia said so$/m);
  });

  test("says why there is nothing to judge", () => {
    expect(unmergeableComment(HEAD, "main", "it conflicts with main")).toBe(
      "<!-- zonewright:plan -->\n\n### ❌ Blocked: it conflicts with main\n\n" +
        "Nothing was tested: `main` and commit 0123456 have no merge result.",
    );
    expect(unboundComment(HEAD, "at`tic")).toContain("nothing is deployed from ``at`tic``");
  });
});

describe("what becomes of checks", () => {
  test("is listed where the change would no longer check it, with its owner", () => {
    const check = { check: "www", slug: "www", owner: "@acme/web" };
    const span = { file: "checks/web.yml", line: 2, column: 5, endLine: 2, endColumn: 8 };
    const lost = { ...check, what: "case" as const, text: "“www” has no case dc=ash any more", span };
    const text = comment({ ...evaluationOf("www A 192.0.2.10"), lost: [lost] });
    expect(text).toContain(
      "#### What is checked no more once this is merged\n- “www” has no case dc=ash any more. `checks/web.yml:2:5` (owner: `@acme/web`)",
    );
  });

  test("is counted where an exception holds, or has ended", () => {
    const evaluation = checkedEvaluationOf("www A 192.0.2.10");
    const one = { case: "dc=ash", until: "2027-01-31", because: "it moves", failures: [] };
    const checks = evaluation.checks.map((check) => ({ ...check, excepted: [one, one], expired: [one] }));
    expect(comment({ ...evaluation, checks })).toContain(
      "1 of 1 semantic check passed. 2 cases left out by an exception. 1 case still failing after the end of an exception.",
    );
  });
});
