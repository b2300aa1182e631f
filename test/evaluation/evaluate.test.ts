import { describe, expect, test } from "@jest/globals";
import { evaluate, settled } from "../../src/evaluation/index.ts";
import { type Content, checkFile, judge, pull, zoneFile } from "./repository.ts";

const acme = "zones/acme.example.zone";
const base: Content = {
  [acme]: zoneFile("www A 192.0.2.1"),
  "zones/other.example.zone": zoneFile("a A 192.0.2.2"),
  "checks/web.yml": checkFile("the site is there"),
};
const rules = (found: readonly { rule: string }[]) => found.map(({ rule }) => rule);

describe("a good change", () => {
  const evaluation = judge(
    base,
    { ...base, [acme]: zoneFile("www A 192.0.2.1\nnew A 192.0.2.3") },
    { texts: true },
  );

  test("passes, with its plan, its checks and no reason against it", () => {
    expect(evaluation).toMatchObject({
      passed: true,
      reasons: [],
      diagnostics: [],
      plan: { zones: [{ zone: "acme.example.", state: "changed", counts: { added: 1 } }] },
      checks: [{ name: "the site is there", passed: true }],
      proposedChecks: [],
      governed: { zones: [acme], config: false, checks: [] },
    });
  });

  test("lists every zone as it would be deployed", () => {
    expect(evaluation.zones.map(({ name, deployable, records }) => [name, deployable, records])).toEqual([
      ["acme.example.", true, 7],
      ["other.example.", true, 6],
    ]);
    expect(evaluation.zones[0]?.text).toContain("new.acme.example.");
    expect(judge(base, base).zones[0]?.text).toBeUndefined();
  });

  test("the same facts give the same evaluation", () => {
    const again = judge(
      base,
      { ...base, [acme]: zoneFile("www A 192.0.2.1\nnew A 192.0.2.3") },
      { texts: true },
    );
    expect(again).toEqual(evaluation);
  });
});

test("settled is the same as plain data: plan and hashes are there, and nothing is worked out later", () => {
  const evaluation = judge(base, { ...base, [acme]: zoneFile("www A 192.0.2.9") });
  const plain = settled(evaluation);
  const accessors = [plain, ...plain.zones].flatMap((part) =>
    Object.values(Object.getOwnPropertyDescriptors(part)).filter(({ get }) => get !== undefined),
  );
  expect(accessors).toEqual([]);
  expect(plain).toEqual(evaluation);
  expect(plain.plan.zones).toHaveLength(1);
  expect(plain.zones.map(({ contentHash }) => contentHash.length)).toEqual([64, 64]);
});

test("a serial that was only raised is no plan", () => {
  const raised = zoneFile("www A 192.0.2.1").replace("hostmaster 1 ", "hostmaster 2026112001 ");
  expect(judge(base, { ...base, [acme]: raised })).toMatchObject({ passed: true, plan: { empty: true } });
});

describe("bad zone files", () => {
  const broken = judge(base, {
    ...base,
    [acme]: zoneFile("www A 192.0.2.1\nbad A 300.1.1.1"),
    "zones/other.example.zone": zoneFile("a A 192.0.2.2\na CNAME b\nb A 192.0.2.3"),
  });

  test("hide each other no finding", () => {
    expect(new Set(broken.diagnostics.map(({ file }) => file))).toEqual(
      new Set([acme, "zones/other.example.zone"]),
    );
    expect(broken.passed).toBe(false);
    expect(broken.reasons).toEqual(
      expect.arrayContaining([expect.stringMatching(/errors? in zones\/acme\.example\.zone/)]),
    );
  });

  test("are not deployable", () => {
    expect(broken.zones.map(({ deployable }) => deployable)).toEqual([false, false]);
  });

  test("do not keep other zones from being judged and planned", () => {
    const { plan, zones } = judge(base, {
      ...base,
      [acme]: "nonsense",
      "zones/new.example.zone": zoneFile(""),
    });
    expect(plan.zones.map(({ zone }) => zone)).toContain("new.example.");
    expect(zones.find(({ name }) => name === "new.example.")?.deployable).toBe(true);
  });
});

describe("what the base has as well", () => {
  const dirty = { ...base, [acme]: zoneFile("www A 192.0.2.1\nbad A 300.1.1.1") };
  const moved = {
    ...base,
    [acme]: zoneFile("www A 192.0.2.1\n; a comment\n\nnew A 192.0.2.9\nbad A 300.1.1.1"),
  };

  test("is set apart, does not fail the change, and keeps the zone from being deployed", () => {
    const evaluation = judge(dirty, moved);
    expect(evaluation).toMatchObject({ passed: true, diagnostics: [], reasons: [] });
    expect(evaluation.baseline).toMatchObject([{ file: acme, line: 11 }]);
    expect(evaluation.zones[0]).toMatchObject({ name: "acme.example.", deployable: false });
  });

  test("counts again when there is one more of it", () => {
    const twice = { ...base, [acme]: zoneFile("www A 192.0.2.1\nbad A 300.1.1.1\nbad A 300.1.1.1") };
    const { baseline, diagnostics, passed } = judge(dirty, twice);
    expect([baseline.length, diagnostics.length, passed]).toEqual([1, 1, false]);
  });

  test("counts where nothing is the base", () => {
    expect(judge(dirty, dirty, { before: undefined })).toMatchObject({ passed: false, baseline: [] });
  });

  test("is never a failed check: no tree passes without all of them", () => {
    const failing = { ...base, [acme]: zoneFile("a A 192.0.2.1") };
    expect(judge(failing, failing)).toMatchObject({
      passed: false,
      reasons: ["the check “the site is there” fails"],
    });
  });
});

describe("zones come, go and move", () => {
  test("a zone taken out is in the plan and no longer a zone", () => {
    const { "zones/other.example.zone": _gone, ...after } = base;
    const evaluation = judge(base, after);
    expect(evaluation.plan.zones).toMatchObject([{ zone: "other.example.", state: "removed" }]);
    expect(evaluation.zones.map(({ name }) => name)).toEqual(["acme.example."]);
    expect(evaluation.governed.zones).toEqual(["zones/other.example.zone"]);
  });

  test("a file renamed is another zone", () => {
    const { "zones/other.example.zone": text, ...rest } = base;
    const { plan } = judge(base, { ...rest, "zones/another.example.zone": text! });
    expect(plan.zones.map(({ zone, state }) => [zone, state])).toEqual([
      ["another.example.", "new"],
      ["other.example.", "removed"],
    ]);
  });

  test("a change of an included file changes the zone and is governed with it", () => {
    const including = {
      ...base,
      [acme]: zoneFile("www A 192.0.2.1\n$INCLUDE hosts.inc"),
      "zones/hosts.inc": "h A 192.0.2.7\n",
    };
    const { plan, governed, passed } = judge(including, {
      ...including,
      "zones/hosts.inc": "h A 192.0.2.8\n",
    });
    expect(passed).toBe(true);
    expect(plan.zones).toMatchObject([{ zone: "acme.example.", counts: { changed: 1 } }]);
    expect(governed.zones).toEqual(["zones/hosts.inc"]);
  });
});

describe("files that may not be read", () => {
  test.each([
    ["a symbolic link", { mode: "120000", text: "../../etc/passwd" }, "is a symbolic link"],
    ["a submodule", { mode: "160000", text: "" }, "is a submodule"],
  ])("%s as a zone", (_what, file, message) => {
    const evaluation = judge(base, { ...base, [acme]: file });
    expect(evaluation.diagnostics).toContainEqual(
      expect.objectContaining({
        file: acme,
        rule: "file-refused",
        message: expect.stringContaining(message),
      }),
    );
    expect(evaluation.passed).toBe(false);
    expect(evaluation.zones.find((zone) => zone.file === acme)).toMatchObject({ deployable: false });
    expect(evaluation.plan.zones).toEqual([]);
  });

  test("a symbolic link as an included file or as checks", () => {
    const link = { mode: "120000", text: "/etc/passwd" };
    const evaluation = judge(base, {
      ...base,
      [acme]: zoneFile("www A 192.0.2.1\n$INCLUDE hosts.inc"),
      "zones/hosts.inc": link,
      "checks/link.yml": link,
    });
    const refused = evaluation.diagnostics
      .filter(({ rule }) => rule === "file-refused")
      .map(({ file }) => file);
    expect(refused).toEqual(["checks/link.yml", "zones/hosts.inc"]);
  });

  test.each(["zones/a\\b.example.zone", "zones/a\0b.zone"])("a path %j", (path) => {
    const evaluation = judge(base, { ...base, [path]: zoneFile("") });
    expect(evaluation.passed).toBe(false);
    expect(evaluation.diagnostics.some(({ file }) => file === path)).toBe(true);
  });

  test("two zone files that are one where letter case does not count", () => {
    const after = {
      ...base,
      "zones/New.example.zone": zoneFile(""),
      "zones/new.example.zone": zoneFile("a A 192.0.2.1"),
    };
    const { passed, zones } = judge(base, after);
    expect(passed).toBe(false);
    expect(zones.filter(({ name, deployable }) => name === "new.example." && deployable)).toEqual([]);
  });

  test("a file whose blob could not be had, with the reason", () => {
    const { after, ...facts } = pull(base, base);
    const oid = after.files.find(({ path }) => path === acme)!.oid;
    const blobs = new Map([...after.blobs].filter(([id]) => id !== oid));
    const gone = evaluate({
      ...facts,
      after: { ...after, blobs, unreadable: new Map([[oid, "is larger than 100 MB"]]) },
    });
    expect(gone.diagnostics[0]).toMatchObject({
      file: acme,
      message: "this file is larger than 100 MB: nothing of it is read",
    });
    const unfetched = evaluate({ ...facts, after: { ...after, blobs } });
    expect(unfetched.diagnostics[0]?.message).toContain("was not fetched");
    expect(gone.plan.empty).toBe(true);
  });
});

test("a zone the operator did not bind is an error", () => {
  const binding = { zones: ["acme.example."], views: ["default"], targets: ["public"] };
  const evaluation = judge(base, base, { binding });
  expect(evaluation.diagnostics).toMatchObject([
    { rule: "binding", severity: "error", file: "zones/other.example.zone" },
  ]);
  expect(evaluation.passed).toBe(false);
  expect(judge(base, base, { binding: { ...binding, zones: ["*.example."] } }).passed).toBe(true);
  expect(
    judge(base, base, { binding: { ...binding, zones: ["*.example."], views: ["internal"] } }).passed,
  ).toBe(false);
});

describe("the digest of what was read", () => {
  const digest = (after: Content) => judge(base, after).inputsDigest;

  test("changes with every file that counts", () => {
    expect(digest({ ...base, [acme]: zoneFile("www A 192.0.2.1 ; why") })).not.toBe(digest(base));
    expect(digest({ ...base, "checks/more.yml": checkFile("more") })).not.toBe(digest(base));
    expect(digest({ ...base, ".github/zonewright.yml": "version: 1\n" })).not.toBe(digest(base));
  });

  test("and with no other, whatever the order", () => {
    expect(digest({ "README.md": "hello", ...base })).toBe(digest(base));
    expect(digest(Object.fromEntries(Object.entries(base).reverse()))).toBe(digest(base));
  });
});

test("findings are sorted by file, line and column", () => {
  const { diagnostics } = judge(base, {
    ...base,
    [acme]: zoneFile("b A x\na A y"),
    "zones/a.example.zone": "junk\n",
  });
  const places = diagnostics.map(({ file, line }) => `${file}:${String(line).padStart(4)}`);
  expect(places).toEqual([...places].sort());
  expect(rules(diagnostics).length).toBeGreaterThan(2);
});
