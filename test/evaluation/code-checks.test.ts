import { afterAll, describe, expect, test } from "@jest/globals";
import { Sandbox } from "../../src/checks/index.ts";
import {
  Evaluator,
  evaluate,
  type Facts,
  type TreeFacts,
  wantedBlobs,
  ZoneCache,
} from "../../src/evaluation/index.ts";
import { type Content, pull, zoneFile } from "./repository.ts";

const sandbox = new Sandbox();
const evaluator = new Evaluator({ timeoutMs: 30_000, memoryMb: 512 });
afterAll(() => Promise.all([sandbox.close(), evaluator.close()]));

function judge(before: Content, after: Content, more: Partial<Facts> = {}) {
  return evaluate(pull(before, after, more), new ZoneCache(undefined, sandbox));
}

/** A file with one check, that a name has an address. */
function code(name: string, host: string): string {
  return `check("${name}", ({ dns, expect }) => expect(dns.resolve("${host}", "A")).toHaveRecords());\n`;
}

const zone = { "zones/acme.example.zone": zoneFile("www A 192.0.2.1\na A 192.0.2.2") };
const base = { ...zone, "checks/web.check.ts": code("web", "www.acme.example") };

describe("checks in TypeScript", () => {
  test("of the base decide; the change's are run beside them, and shown", () => {
    const after = {
      "zones/acme.example.zone": zoneFile("a A 192.0.2.2"),
      "checks/web.check.ts": code("web", "a.acme.example"),
    };
    const { passed, checks, proposedChecks, reasons } = judge(base, after);
    expect(passed).toBe(false);
    expect(checks).toMatchObject([{ name: "web", verdict: "fail" }]);
    expect(proposedChecks).toMatchObject([{ name: "web", verdict: "pass" }]);
    expect(reasons).toEqual(["the check “web” fails"]);
  });

  test("that the change adds and that fail are warnings", () => {
    const { passed, diagnostics, proposedChecks } = judge(base, {
      ...base,
      "checks/new.check.ts": code("new", "x.acme.example"),
    });
    expect(passed).toBe(true);
    expect(proposedChecks).toMatchObject([{ name: "new", verdict: "fail" }]);
    expect(diagnostics).toMatchObject([{ rule: "check/new", severity: "warning" }]);
  });

  test("that the change adds and that cannot be read are errors: they would judge the next change", () => {
    const { passed, diagnostics } = judge(base, { ...base, "checks/new.check.ts": "const x: = 1;" });
    expect(passed).toBe(false);
    expect(diagnostics).toMatchObject([
      { file: "checks/new.check.ts", rule: "check-file", severity: "error" },
    ]);
  });

  test("of a stranger are not run, which is said; the base's are", () => {
    const after = { ...base, "checks/web.check.ts": "for (;;);", "checks/new.check.ts": "for (;;);" };
    const { passed, checks, proposedChecks, diagnostics, governed } = judge(base, after, {
      proposedCode: false,
    });
    expect(passed).toBe(true);
    expect(checks).toMatchObject([{ name: "web", verdict: "pass" }]);
    expect(proposedChecks).toEqual([]);
    expect(diagnostics.map(({ file, severity }) => [file, severity])).toEqual([
      ["checks/new.check.ts", "info"],
      ["checks/web.check.ts", "info"],
    ]);
    expect(governed.checks).toEqual(["checks/new.check.ts", "checks/web.check.ts"]);
  });

  test("that are gone, or look at less, are told as lost", () => {
    expect(judge(base, zone).lost).toMatchObject([
      { what: "check", slug: "web", text: "the check “web” is gone" },
    ]);
    const each = (list: string) =>
      `check("web", ({ each, expect }) => each("n", ${list}, () => expect(1).toBe(1)));`;
    const [fewer] = judge(
      { ...zone, "checks/web.check.ts": each("[1, 2]") },
      { ...zone, "checks/web.check.ts": each("[1]") },
    ).lost;
    expect(fewer).toMatchObject({ what: "case", text: "“web” has 1 cases, it had 2" });
  });

  test("of one name with a YAML check are an error", () => {
    const yaml = "checks:\n  - name: web\n    expect: [{ resolves: www.acme.example, type: A }]\n";
    const { diagnostics } = judge({ ...base, "checks/web.yml": yaml }, { ...base, "checks/web.yml": yaml });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "checks/web.yml has a check of this name already",
    ]);
  });

  test("need a sandbox: without one they are an error, not a silent pass", () => {
    const { passed, diagnostics } = evaluate(pull(base, base));
    expect(passed).toBe(false);
    expect(diagnostics).toMatchObject([
      { file: "checks/web.check.ts", rule: "check-file", severity: "error" },
    ]);
  });

  test("are run in the evaluator's thread as they are here", async () => {
    expect((await evaluator.evaluate(pull(base, base))).checks).toEqual(judge(base, base).checks);
  });
});

describe("what checks in TypeScript read", () => {
  const reading = (call: string) => `check("hosts", ({ dns, each, expect, inventory, config }) => {
    each("host", ${call}, (host) => expect(dns.resolve(host + ".acme.example", "A")).toHaveRecords());
  });`;
  const before = {
    ...zone,
    "checks/hosts.check.ts": reading('inventory("data/hosts.yml")'),
    "checks/config.check.ts": reading('config("hieradata/*.yaml").map(({ value }) => value.host)').replace(
      "hosts",
      "config",
    ),
    "data/hosts.yml": "[www]\n",
    "hieradata/a.yaml": "host: www\n",
  };

  test("inventory belongs to the checks: the base's decides, and its change is run beside it", () => {
    const { passed, proposedChecks, governed, diagnostics } = judge(before, {
      ...before,
      "data/hosts.yml": "[www, x]\n",
    });
    expect(passed).toBe(true);
    expect(proposedChecks).toMatchObject([{ name: "hosts", verdict: "fail" }]);
    expect(diagnostics).toMatchObject([{ rule: "check/hosts", severity: "warning" }]);
    expect(governed.checks).toEqual(["data/hosts.yml"]);
  });

  test("config is what is judged: the change's counts", () => {
    const { passed, checks, governed } = judge(before, { ...before, "hieradata/b.yaml": "host: x\n" });
    expect(passed).toBe(false);
    expect(checks.find(({ name }) => name === "config")).toMatchObject({
      verdict: "fail",
      failures: [{ case: "host=x" }],
    });
    expect(governed.checks).toEqual([]);
  });

  test("is fetched, and nothing else is", () => {
    const facts = pull(before, { ...before, "hieradata/b.yaml": "host: a\n", "hieradata/unread.txt": "x" });
    const known = new Map([...facts.before!.blobs, ...facts.after.blobs]);
    const blobs = new Map<string, Uint8Array>();
    const bare = (tree: TreeFacts): TreeFacts => ({ ...tree, blobs });
    const asked: Facts = { ...facts, before: bare(facts.before!), after: bare(facts.after) };
    const cache = new ZoneCache(undefined, sandbox);
    const rounds: string[][] = [];
    for (let wanted = wantedBlobs(asked, cache); wanted.length > 0; wanted = wantedBlobs(asked, cache)) {
      rounds.push(wanted.map(({ path }) => path).sort());
      for (const { oid } of wanted) blobs.set(oid, known.get(oid)!);
    }
    expect(rounds.at(-1)).toEqual(["data/hosts.yml", "hieradata/a.yaml", "hieradata/b.yaml"]);
    expect(evaluate(asked, cache).passed).toBe(true);
    expect(evaluate(asked, cache)).toEqual(evaluate(facts, new ZoneCache(undefined, sandbox)));
  });
});
