import { describe, expect, test } from "@jest/globals";
import { affects, affectsWalk, changeBetween } from "../../../src/checks/memo/view-change.ts";
import { type Name, parseName } from "../../../src/dns/index.ts";
import { parseRevision } from "../../../src/zonefile/index.ts";

const zone = (records: string, apex = "acme.example", earlier?: ReturnType<typeof parseRevision>) => {
  const octets = Buffer.from(`$TTL 300\n@ SOA ns1 host 1 7200 1800 1209600 300\n${records}`);
  return parseRevision({ file: "a.zone", origin: parseName(`${apex}.`), read: () => octets }, earlier, 8);
};

/** The change from one content of acme.example to another, told apart by owners. */
function edit(before: string, after: string) {
  const old = zone(before);
  const now = zone(after, "acme.example", old);
  expect(now.zone.ownersChangedSince(old.zone)).toBeDefined();
  return changeBetween([old.zone], [now.zone]);
}

const names = (...texts: string[]) => texts.map((text) => `${text}.acme.example.` as Name);
const [a, ba, cba, d] = names("a", "b.a", "c.b.a", "d") as [Name, Name, Name, Name];
const filler = "d A 192.0.2.9\ne A 192.0.2.9\nf A 192.0.2.9\n";

describe("an edit of one owner's records", () => {
  test("is felt at that name alone", () => {
    const change = edit(`a A 192.0.2.1\n${filler}`, `a A 192.0.2.2\n${filler}`);
    expect([a, ba, d].map((name) => affects(change, new Set([name])))).toEqual([true, false, false]);
    expect(affectsWalk(change, "acme.example." as Name)).toBe(false);
  });

  test("that makes a name exist is felt below it, where a wildcard spoke before", () => {
    const change = edit(`${filler}* A 192.0.2.1\n`, `${filler}b.a A 192.0.2.2\n* A 192.0.2.1\n`);
    expect([a, ba, cba, d].map((name) => affects(change, new Set([name])))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(affectsWalk(change, a)).toBe(true);
    expect(affectsWalk(change, d)).toBe(false);
  });

  test("that moves a cut or a DNAME is felt below it", () => {
    for (const record of ["a NS ns.other.test.\n", "a DNAME other.test.\n"]) {
      const change = edit(`${filler}a A 192.0.2.1\nb.a A 192.0.2.1\n`, `${filler}${record}b.a A 192.0.2.1\n`);
      expect([a, ba, cba, d].map((name) => affects(change, new Set([name])))).toEqual([
        true,
        true,
        true,
        false,
      ]);
      expect([a, ba, d].map((name) => affectsWalk(change, name))).toEqual([true, true, false]);
    }
  });

  test("of a wildcard is felt by all it may speak for", () => {
    const change = edit(`${filler}*.a A 192.0.2.1\n`, `${filler}*.a A 192.0.2.2\n`);
    expect([a, ba, cba, d].map((name) => affects(change, new Set([name])))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

test("nameservers of the zone itself are no cut", () => {
  const change = edit(`@ NS ns1\n${filler}`, `@ NS ns2\n${filler}`);
  expect([affects(change, new Set(["acme.example." as Name])), affects(change, new Set([a]))]).toEqual([
    true,
    false,
  ]);
});

test("a zone that comes or goes is felt at and below its apex", () => {
  const parent = zone(filler).zone;
  const child = zone("b A 192.0.2.1\n", "a.acme.example").zone;
  for (const change of [changeBetween([parent], [parent, child]), changeBetween([parent, child], [parent])]) {
    expect([a, ba, d].map((name) => affects(change, new Set([name])))).toEqual([true, true, false]);
    expect(affectsWalk(change, "acme.example." as Name)).toBe(true);
  }
});

test("the same zones are no change", () => {
  const { zone: same } = zone(filler);
  const change = changeBetween([same], [same]);
  expect([change.names.size, change.tops.size]).toEqual([0, 0]);
});
