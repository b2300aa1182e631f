import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { planZones, renderPlan } from "../../src/plan/index.ts";
import { planned } from "./zone-text.ts";

const plan = (before: string, after: string) =>
  planZones([planned("acme.example", before)], [planned("acme.example", after)]);

const renames = (before: string, after: string) => plan(before, after).zones[0]!.renames;

test("a name that went and came under another, with all its records, is renamed", () => {
  const { zones } = plan('old A 192.0.2.1\nold TXT "x"', 'new TXT "x"\nnew A 192.0.2.1');
  expect(zones[0]!.renames).toEqual([
    { from: "old.acme.example.", to: "new.acme.example.", types: ["A", "TXT"], records: 2 },
  ]);
  expect(zones[0]!.counts).toEqual({ added: 2, changed: 0, removed: 2 });
});

describe("no rename is claimed", () => {
  test.each([
    ["where a record stays behind", "old A 192.0.2.1\nold TXT x", "old TXT x\nnew A 192.0.2.1"],
    ["where the new name was there", "old A 192.0.2.1\nnew TXT x", "new TXT x\nnew A 192.0.2.1"],
    ["where a record is not the same", "old A 192.0.2.1", "new A 192.0.2.2"],
    ["where a record is missing", "old A 192.0.2.1\nold A 192.0.2.2", "new A 192.0.2.1"],
    ["where the TTL is another", "old 60 A 192.0.2.1", "new 300 A 192.0.2.1"],
    ["where two names could have become it", "one A 192.0.2.1\ntwo A 192.0.2.1", "new A 192.0.2.1"],
    ["where it could have become two names", "old A 192.0.2.1", "one A 192.0.2.1\ntwo A 192.0.2.1"],
  ])("%s", (_what, before, after) => {
    expect(renames(before, after)).toEqual([]);
  });

  test("of zones that come or go", () => {
    const { zones } = planZones(
      [planned("a.example", "x A 192.0.2.1")],
      [planned("b.example", "x A 192.0.2.1")],
    );
    expect(zones.flatMap((zone) => zone.renames)).toEqual([]);
  });
});

test("it is one line in the diff with its records below, and the headline says so", () => {
  const text = renderPlan(plan("old A 192.0.2.1\nother A 192.0.2.9", "new A 192.0.2.1"), "text");
  expect(text).toContain("1 zone changes: 1 record added, 0 changed, 2 removed; 1 name renamed\n");
  expect(text).toContain(
    "    ! old.acme.example. is now new.acme.example.\n      new.acme.example. 3600 A 192.0.2.1\n    - other.",
  );
  expect(text).not.toMatch(/[-+] (?:old|new)\./);
});

test("names are paired with equals only, each once, and the counts add up", () => {
  const host = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 1, max: 3 }));
  const content = fc.uniqueArray(host, { selector: ([owner]) => owner });
  const text = (hosts: readonly (readonly [string, number])[]) =>
    hosts.map(([owner, last]) => `${owner} A 192.0.2.${last}`).join("\n");
  fc.assert(
    fc.property(content, content, (one, two) => {
      const [zone] = plan(text(one), text(two)).zones;
      if (!zone) return;
      const was = new Map(one.map(([owner, last]) => [`${owner}.acme.example.`, last]));
      const is = new Map(two.map(([owner, last]) => [`${owner}.acme.example.`, last]));
      for (const { from, to } of zone.renames) {
        expect([is.has(from), was.has(to)]).toEqual([false, false]);
        expect(was.get(from)).toBe(is.get(to));
      }
      const names = zone.renames.flatMap(({ from, to }) => [from, to]);
      expect(new Set(names).size).toBe(names.length);
      const { added, changed, removed } = zone.counts;
      expect(one.length - removed + added).toBe(two.length);
      expect(changed).toBe(
        one.filter(([owner, last]) => (is.get(`${owner}.acme.example.`) ?? last) !== last).length,
      );
    }),
    { numRuns: 80 },
  );
});
