import { describe, expect, test } from "@jest/globals";
import { type PathChange, planZones, renderPlan } from "../../src/plan/index.ts";

const blob = (letter: string, octets?: number) => ({
  oid: letter.repeat(40),
  mode: "100644",
  ...(octets !== undefined && { octets }),
});
const planOf = (...paths: PathChange[]) => planZones([], [], { paths });
const change: PathChange = { path: "a.yaml", target: "puppet", before: blob("a", 1), after: blob("b", 2) };

describe("the digest of configuration files that change", () => {
  const digest = planOf(change).digest;

  test.each([
    ["the content", { ...change, after: blob("c", 2) }],
    ["what was there before", { ...change, before: blob("c", 1) }],
    ["the target", { ...change, target: "other" }],
    ["the path", { ...change, path: "b.yaml" }],
    ["the mode", { ...change, after: { ...blob("b", 2), mode: "100755" } }],
  ])("changes with %s", (_what, other) => {
    expect(planOf(other).digest).not.toBe(digest);
  });

  test("does not change with sizes, which are not always known", () => {
    expect(planOf({ ...change, before: blob("a"), after: blob("b") }).digest).toBe(digest);
  });
});

describe("shown", () => {
  test("a plan of configuration files alone is not empty", () => {
    expect(planOf(change).empty).toBe(false);
    expect(renderPlan(planOf({ path: "a.yaml", before: blob("a") }), "text")).toBe(
      "1 config file changes: 0 added, 0 changed, 1 removed\n\n" +
        "Config files that have no target, so are deployed nowhere\n  - a.yaml\n",
    );
  });

  test("paths are an attacker's: neither they nor targets end what they stand in", () => {
    const odd = planOf({ ...change, path: "a\n```\n<b>\u202e.yaml", target: "`x`" });
    expect(renderPlan(odd, "markdown")).toContain("! a ``` <b>\\u{202e}.yaml (1 octet, now 2 octets)");
    expect(renderPlan(odd, "text")).toContain("  ! a ``` <b>\\u{202e}.yaml (1 octet, now 2 octets)\n");
  });

  test("many are cut, and the command that shows all is given", () => {
    const many = Array.from({ length: 1_000 }, (_, at) => ({ ...change, path: `hosts/${at}.yaml` }));
    const text = renderPlan(planOf(...many), "markdown", { command: "zonewright plan --from main" });
    expect(text).toContain("1,000 config files change: 0 added, 1000 changed, 0 removed");
    expect(text).toContain(
      "_Cut here: 800 more lines of the plan. `zonewright plan --from main` shows all._",
    );
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  });
});
