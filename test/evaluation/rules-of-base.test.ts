import { describe, expect, test } from "@jest/globals";
import { evaluate } from "../../src/evaluation/index.ts";
import { type Content, checkFile, judge, pull, zoneFile } from "./repository.ts";

const acme = "zones/acme.example.zone";
const config = ".github/zonewright.yml";
const base: Content = {
  [acme]: zoneFile("www A 192.0.2.1"),
  "checks/web.yml": checkFile("the site is there"),
};
const messages = (found: readonly { message: string }[]) => found.map(({ message }) => message).join("\n");

describe("configuration", () => {
  test("of the base judges, whatever the change says", () => {
    const before = { ...base, [config]: "version: 1\nzones: [{ files: zones/*.zone, view: internal }]\n" };
    const after = {
      ...before,
      [config]: "version: 1\nzones: [{ files: other/*.zone }]\nchecks: [none/*.yml]\n",
    };
    const evaluation = judge(before, after);
    expect(evaluation.zones.map(({ view }) => view)).toEqual(["internal"]);
    expect(evaluation.governed.config).toBe(true);
    expect(evaluation.checks).toHaveLength(1);
  });

  test("broken in the change is told, and the base's goes on judging", () => {
    const evaluation = judge(base, { ...base, [config]: "version: 1\nzonse: []\n" });
    expect(evaluation).toMatchObject({
      passed: false,
      diagnostics: [{ file: config, rule: "config", line: 2 }],
    });
    expect(evaluation.configProblem).toBeUndefined();
    expect(evaluation.zones).toHaveLength(1);
    expect(evaluation.checks).toMatchObject([{ passed: true }]);
  });

  test("broken on the base passes nothing and says so, even where the change mends it", () => {
    const broken = { ...base, [config]: "version: one\n" };
    for (const after of [broken, base, { ...base, [config]: "version: 1\n" }]) {
      const evaluation = judge(broken, after);
      expect(evaluation.passed).toBe(false);
      expect(evaluation.configProblem).toContain(
        "of the base branch (.github/zonewright.yml) cannot be used",
      );
      expect(evaluation.reasons[0]).toBe(evaluation.configProblem);
    }
  });

  test.each([
    ["no UTF-8", Uint8Array.from([...Buffer.from("version: 1 # "), 0xff])],
    ["a symbolic link", { text: "elsewhere", mode: "120000" }],
  ])("that is %s on the base passes nothing", (_what, file) => {
    const evaluation = judge({ ...base, [config]: file }, base);
    expect(evaluation.passed).toBe(false);
    expect(evaluation.configProblem).toBeDefined();
  });

  test("of the tree itself judges a working copy, and one given instead of both", () => {
    const own = { ...base, [config]: "version: 1\nzones: [{ files: zones/*.zone, view: own }]\n" };
    expect(judge(base, own, { rules: "after" }).zones[0]?.view).toBe("own");
    expect(judge(own, own, { repositoryConfig: judge(base, base).config }).zones[0]?.view).toBe("default");
  });
});

describe("checks", () => {
  test("of the base decide, even where the change takes them out or makes them weaker", () => {
    const { "checks/web.yml": _gone, ...without } = base;
    const after = { ...without, [acme]: zoneFile("a A 192.0.2.1") };
    const evaluation = judge(base, after);
    expect(evaluation).toMatchObject({ passed: false, governed: { checks: ["checks/web.yml"] } });
    expect(evaluation.diagnostics).toMatchObject([
      { rule: "check/the-site-is-there", severity: "error", file: acme },
    ]);
  });

  test("that a change adds or edits are run as proposed, shown, and do not decide", () => {
    const after = {
      ...base,
      "checks/web.yml": checkFile("the site is there", "mail.acme.example"),
      "checks/new.yml": checkFile("mail is there", "mail.acme.example"),
    };
    const evaluation = judge(base, after);
    expect(evaluation.passed).toBe(true);
    expect(evaluation.proposedChecks.map(({ name, passed }) => [name, passed])).toEqual([
      ["mail is there", false],
      ["the site is there", false],
    ]);
    expect(evaluation.diagnostics.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
  });

  test("whose data a change edits are proposed too", () => {
    const check =
      'lists: { hosts: { from: data/hosts.yml } }\nchecks:\n  - name: hosts\n    for: { h: hosts }\n    expect: [{ resolves: "{h}.acme.example", type: A }]\n';
    const before = { ...base, "checks/hosts.yml": check, "data/hosts.yml": "[www]\n" };
    const evaluation = judge(before, { ...before, "data/hosts.yml": "[www, gone]\n" });
    expect(evaluation.checks.find(({ name }) => name === "hosts")).toMatchObject({ passed: true, cases: 1 });
    expect(evaluation.proposedChecks).toMatchObject([{ name: "hosts", passed: false, cases: 2 }]);
  });

  test("that nobody could read any more are errors, so that they do not land", () => {
    const evaluation = judge(base, { ...base, "checks/web.yml": "checks: [\n" });
    expect(evaluation.passed).toBe(false);
    expect(evaluation.diagnostics).toMatchObject([{ file: "checks/web.yml", rule: "check-file" }]);
    expect(evaluation.checks).toMatchObject([{ passed: true }]);
  });

  test("broken on the base pass nothing", () => {
    const broken = { ...base, "checks/web.yml": "checks: [\n" };
    expect(judge(broken, broken).passed).toBe(false);
    expect(judge(broken, base).passed).toBe(false);
  });

  test("see the zones as they would be, and say where a record was before", () => {
    const evaluation = judge(base, { ...base, [acme]: zoneFile("web A 192.0.2.1") });
    expect(messages(evaluation.diagnostics)).toContain(
      "before this change it was at zones/acme.example.zone:7",
    );
  });

  test("of a glob somebody wrote that matches nothing are an error", () => {
    const before = { ...base, [config]: "version: 1\nchecks: [tests/*.yml]\n" };
    expect(judge(before, before)).toMatchObject({
      passed: false,
      diagnostics: [{ file: config, rule: "config" }],
    });
  });
});

describe("what a tree is deployed by", () => {
  const digest = (content: Content) => judge(content, content).inputsDigest;
  const lists = {
    "checks/web.yml":
      "lists: { hosts: { from: data/hosts.yml } }\nchecks:\n  - name: hosts\n    for: { host: hosts }\n    expect: [{ resolves: '{host}.acme.example', type: A }]\n",
    "data/hosts.yml": "[www]\n",
  };

  test.each([
    ["a zone", { [acme]: zoneFile("www A 192.0.2.2") }],
    ["a check", { "checks/web.yml": checkFile("another name") }],
    ["the config", { [config]: "version: 1\npolicy: { approvals: 2 }\n" }],
  ])("changes with %s", (_name, change) => {
    expect(digest({ ...base, ...change })).not.toBe(digest(base));
  });

  test("does not change with a file nothing reads", () => {
    expect(digest({ ...base, "README.md": "hello" })).toBe(digest(base));
  });

  test("changes with the data of checks, and data is governed like checks are", () => {
    const before = { ...base, ...lists };
    const after = { ...before, "data/hosts.yml": "[www]\n# fewer\n" };
    expect(digest(after)).not.toBe(digest(before));
    expect(judge(before, after).governed.checks).toEqual(["data/hosts.yml"]);
  });
});

describe("a file too large to be read", () => {
  test("is refused by its listed size, before it is fetched", () => {
    const facts = pull(base, base);
    const files = facts.after.files.map((file) =>
      file.path === acme ? { ...file, size: 65 * 1024 * 1024 } : file,
    );
    const evaluation = evaluate({ ...facts, after: { files, blobs: new Map(facts.after.blobs) } });
    expect(evaluation).toMatchObject({ passed: false, zones: [{ deployable: false }] });
    expect(messages(evaluation.diagnostics)).toContain("is larger than 64 MiB");
  });
});
