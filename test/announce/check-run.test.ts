import { describe, expect, test } from "@jest/globals";
import { fixPreview } from "../../src/announce/check-run.ts";
import { evaluationCheckRun, heldTipCheckRun, unmergeableCheckRun } from "../../src/announce/index.ts";
import { checkedEvaluationOf, evaluationOf } from "./facts.ts";

const noLines = () => undefined;

describe("the check run", () => {
  test("of a change that passes counts what would change", () => {
    const run = evaluationCheckRun(evaluationOf("www A 192.0.2.10\nradio A 192.0.2.20"), "main", noLines);
    expect(run).toMatchObject({
      name: "zonewright (main)",
      conclusion: "success",
      title: "1 record in 1 zone would change",
      annotations: [],
    });
    expect(run.summary).toContain("0 errors, 0 warnings; 0 of 0 semantic checks passed.");
    expect(run.summary).toContain("radio.acme.example.");
  });

  test("of a change of nothing says so", () => {
    expect(evaluationCheckRun(evaluationOf("www A 192.0.2.10 ; the site"), "main", noLines).title).toBe(
      "No record changes",
    );
  });

  test("of a change with an error annotates the place, with the line as the fix would have it", () => {
    const records = "www A 192.0.2.10\nradio CNAME edge.cdn.example";
    const run = evaluationCheckRun(evaluationOf(records), "main", (file, line) =>
      file === "zones/acme.example.zone" && line === 8 ? "radio CNAME edge.cdn.example" : undefined,
    );
    expect(run).toMatchObject({ conclusion: "failure", title: "1 error" });
    expect(run.summary).toMatch(/^Why it fails:\n\n- 1 error in zones\/acme\.example\.zone\n/);
    expect(run.annotations).toEqual([
      expect.objectContaining({
        path: "zones/acme.example.zone",
        startLine: 8,
        endLine: 8,
        startColumn: 13,
        endColumn: 29,
        level: "failure",
        title: "missing-trailing-dot-target",
        rawDetails: "-radio CNAME edge.cdn.example\n+radio CNAME edge.cdn.example.",
      }),
    ]);
    expect(run.annotations[0]!.message).toMatch(/\nFix: /);
  });

  test("shows lines that a fix leaves alone as they are", () => {
    const zones = "@ SOA ns host 1 2h 30m 2w 5m\n@ NS ns1.lab\n";
    const fix = {
      title: "write the glue",
      edits: [{ line: 2, column: 13, endLine: 2, endColumn: 13, text: "\nns1.lab A 192.0.2.1" }],
    };
    const finding = {
      file: "a",
      line: 2,
      column: 6,
      endLine: 2,
      endColumn: 13,
      rule: "r",
      message: "m",
      fix,
    };
    const lineOf = (_file: string, line: number) => zones.split("\n")[line - 1];
    expect(fixPreview({ ...finding, severity: "error" }, lineOf)).toBe(" @ NS ns1.lab\n+ns1.lab A 192.0.2.1");
  });

  test("without the line at hand shows no fix rather than a wrong one", () => {
    const run = evaluationCheckRun(evaluationOf("radio CNAME edge.cdn.example"), "main", noLines);
    expect(run.annotations[0]).not.toHaveProperty("rawDetails");
  });

  test("names failed checks in its title", () => {
    const run = evaluationCheckRun(checkedEvaluationOf("web A 192.0.2.10"), "main", noLines);
    expect(run.title).toBe("1 failed check");
    expect(run.summary).toContain("0 of 1 semantic check passed.");
  });

  test("is another one exactly when something of it is", () => {
    const of = (records: string, base = "main") =>
      evaluationCheckRun(evaluationOf(records), base, noLines).digest;
    expect(of("radio A 192.0.2.20")).toBe(of("radio A 192.0.2.20 ; told"));
    expect(of("radio A 192.0.2.20")).not.toBe(of("radio A 192.0.2.21"));
    expect(of("radio A 192.0.2.20")).not.toBe(of("radio A 192.0.2.20", "lab"));
  });

  test("stays within what GitHub takes, however much there is to say", () => {
    const hosts = Array.from({ length: 5_000 }, (_, at) => `host${at} CNAME edge${at}.cdn.example`);
    const run = evaluationCheckRun(evaluationOf(hosts.join("\n")), "main", noLines);
    expect(run.summary.length).toBeLessThanOrEqual(60_000);
    expect(run.summary).toContain("Cut here");
    expect(run.annotations).toHaveLength(200);
    expect(run.summary).toContain("200 of them are annotated, the most severe; the other 4800 are told by");
    expect(run.title.length).toBeLessThan(100);
  });

  test("offers Fix where the bot may commit and there is something to fix, and Recheck always", () => {
    const buttons = (records: string, canFix: boolean) =>
      evaluationCheckRun(evaluationOf(records), "main", noLines, { canFix }).actions;
    const recheck = expect.objectContaining({ label: "Recheck", identifier: "recheck" });
    const fix = { label: "Fix", description: "Commit the fix to this branch", identifier: "fix" };
    expect(buttons("radio CNAME edge.cdn.example", true)).toEqual([fix, recheck]);
    expect(buttons("radio CNAME edge.cdn.example", false)).toEqual([recheck]);
    expect(buttons("radio A 192.0.2.20", true)).toEqual([recheck]);
    const many = Array.from({ length: 5_000 }, (_, at) => `host${at} CNAME edge${at}.cdn.example`).join("\n");
    for (const { label, description, identifier } of buttons(many, true)) {
      expect([label.length <= 20, description.length <= 40, identifier.length <= 20]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  test("says first which fix was refused, to whom and why", () => {
    const refusedFixes = [{ login: "rita", reason: "rita has no write access to the repository" }];
    const { summary } = evaluationCheckRun(evaluationOf("www A 192.0.2.10"), "main", noLines, {
      refusedFixes,
    });
    expect(summary).toMatch(
      /^Fix was asked for by `rita` and not done: rita has no write access to the repository\.\n\n0 errors/,
    );
  });

  test("without a merge result, and on a tip that is held, says why", () => {
    expect(unmergeableCheckRun("main", "it conflicts with main")).toMatchObject({
      conclusion: "failure",
      title: "There is no merge result to test",
      summary: "it conflicts with main",
    });
    expect(heldTipCheckRun("main", "nobody approved <b>it</b>")).toMatchObject({
      conclusion: "action_required",
      summary: "It is not deployed from this branch: nobody approved &lt;b&gt;it&lt;/b&gt;.",
    });
  });
});
