import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { sha256, stableJson } from "../../src/base/index.ts";
import { diffZones, planZones } from "../../src/plan/index.ts";
import { planned } from "./zone-text.ts";

const plan = (before: string, after: string) =>
  planZones([planned("acme.example", before)], [planned("acme.example", after)]);

describe("what is no change", () => {
  test.each([
    ["order of records", "a A 192.0.2.1\nb A 192.0.2.2", "b A 192.0.2.2\na A 192.0.2.1"],
    ["order within an RRset", "a A 192.0.2.1\na A 192.0.2.2", "a A 192.0.2.2\na A 192.0.2.1"],
    ["letter case of owners and targets", "www CNAME Web.acme.example.", "WWW CNAME web.ACME.example."],
    ["spelling of names", "www CNAME web", "www.acme.example. CNAME web.acme.example."],
    ["spelling of a TTL", "a 3600 A 192.0.2.1", "a 1h A 192.0.2.1"],
    ["comments and white space", "a A 192.0.2.1", "; a host\na\t\tA\t192.0.2.1 ; here"],
    ["a record twice", "a A 192.0.2.1", "a A 192.0.2.1\na A 192.0.2.1"],
  ])("%s", (_what, before, after) => {
    expect(plan(before, after)).toMatchObject({ empty: true, zones: [] });
  });

  test("the serial of a managed zone, so that a pull request that only raises it has no plan", () => {
    const zone = (serial: number) =>
      planned("acme.example", `@ SOA ns1 host ${serial} 7200 1800 1209600 300`);
    expect(planZones([zone(1)], [zone(2026112001)]).empty).toBe(true);
  });
});

describe("what is a change", () => {
  test("the serial of a zone whose author sets it", () => {
    const zone = (serial: number) =>
      planned("acme.example", `@ SOA ns1 host ${serial} 7200 1800 1209600 300`, { serial: "from-file" });
    const { zones } = planZones([zone(1)], [zone(2)]);
    expect(zones[0]?.changes).toMatchObject([{ op: "change", after: { type: "SOA" } }]);
    expect(JSON.stringify(zones[0]?.changes)).toContain(" 2 7200 ");
  });

  test("a timer of a managed SOA, told without the serial", () => {
    const zone = (refresh: number) => planned("acme.example", `@ SOA ns1 host 7 ${refresh} 1800 1209600 300`);
    const [change] = planZones([zone(7200)], [zone(3600)]).zones[0]!.changes;
    expect(change).toMatchObject({
      op: "change",
      before: { rdata: ["ns1.acme.example. host.acme.example. (managed) 7200 1800 1209600 300"] },
      after: { rdata: ["ns1.acme.example. host.acme.example. (managed) 3600 1800 1209600 300"] },
    });
  });

  test("a TTL alone", () => {
    const { zones } = plan("a 300 A 192.0.2.1\na 300 A 192.0.2.2", "a 60 A 192.0.2.1\na 60 A 192.0.2.2");
    expect(zones[0]?.changes).toMatchObject([{ op: "change", before: { ttl: 300 }, after: { ttl: 60 } }]);
    expect(zones[0]?.counts).toEqual({ added: 0, changed: 2, removed: 0 });
  });

  test("the case of text, which is data", () => {
    expect(plan('a TXT "Hello"', 'a TXT "hello"').empty).toBe(false);
  });
});

describe("counts are of records", () => {
  test.each([
    ["a A 192.0.2.1", "a A 192.0.2.2", { added: 0, changed: 1, removed: 0 }],
    ["a A 192.0.2.1", "a A 192.0.2.1\na A 192.0.2.2", { added: 1, changed: 0, removed: 0 }],
    ["a A 192.0.2.1\na A 192.0.2.2\na A 192.0.2.3", "a A 192.0.2.4", { added: 0, changed: 1, removed: 2 }],
    ["a A 192.0.2.1", "a AAAA 2001:db8::1\nb A 192.0.2.9", { added: 2, changed: 0, removed: 1 }],
  ])("%j → %j", (before, after, counts) => {
    expect(plan(before, after).zones[0]?.counts).toEqual(counts);
  });
});

test("changes come in canonical order of owners", () => {
  const { zones } = plan("z A 192.0.2.1", "a.b A 192.0.2.1\nb A 192.0.2.1\na A 192.0.2.1");
  const owners = zones[0]!.changes.map(
    (change) => (change.op === "remove" ? change.before : change.after).owner,
  );
  expect(owners).toEqual(["a.acme.example.", "b.acme.example.", "a.b.acme.example.", "z.acme.example."]);
});

test("zones come and go, per view", () => {
  const inside = planned("acme.example", "a A 192.0.2.1", { view: "internal" });
  const outside = planned("acme.example", "a A 192.0.2.1", { view: "external" });
  const gone = planned("old.example", "a A 192.0.2.1");
  const { zones } = planZones([gone, inside], [inside, outside]);
  expect(zones.map(({ zone, view, state }) => [zone, view, state])).toEqual([
    ["acme.example.", "external", "new"],
    ["old.example.", "default", "removed"],
  ]);
  expect(zones.map(({ counts }) => counts.added - counts.removed)).toEqual([4, -4]);
});

describe("digest", () => {
  test("is that of the changes as JSON with sorted keys", () => {
    const before = 'a A 192.0.2.1\nb TXT "\\"é"\nc A 192.0.2.1';
    const { zones, digest } = plan(before, 'a 60 A 192.0.2.1\nb TXT "x"\nd A 192.0.2.1');
    expect(new Set(zones[0]!.changes.map(({ op }) => op)).size).toBe(3);
    const changes = zones.map(({ zone, view, state, changes }) => ({ zone, view, state, changes }));
    expect(digest).toBe(sha256(stableJson(changes)));
    const paths = [{ path: "nginx.conf", after: { oid: "abc", mode: "100644" } }];
    const files = [{ path: "nginx.conf", target: null, before: null, after: ["abc", "100644"] }];
    const same = [planned("acme.example", "")];
    expect(planZones(same, same, { paths }).digest).toBe(sha256(stableJson({ zones: [], paths: files })));
  });

  test("is the same for the same changes, whatever else the zones hold", () => {
    expect(plan("x A 192.0.2.7", "x A 192.0.2.7\na A 192.0.2.1").digest).toBe(
      plan("", "A 1h A 192.0.2.1").digest,
    );
  });

  test("differs with what changes", () => {
    const digests = ["a A 192.0.2.1", "a A 192.0.2.2", "a 60 A 192.0.2.1", "b A 192.0.2.1", ""].map(
      (after) => plan("", after).digest,
    );
    expect(new Set(digests).size).toBe(digests.length);
  });
});

test("applying the changes to the old zone gives the new one", () => {
  const record = fc.tuple(
    fc.constantFrom("a", "b", "c.d", "*.e"),
    fc.constantFrom("60", "300"),
    fc.integer({ min: 1, max: 4 }),
  );
  const content = fc.uniqueArray(record, {
    selector: ([owner, , host]) => `${owner} ${host}`,
    maxLength: 10,
  });
  const text = (records: readonly (readonly [string, string, number])[]) => {
    const ttls = new Map(records.map(([owner, ttl]) => [owner, ttl]));
    return records.map(([owner, , host]) => `${owner} ${ttls.get(owner)} A 192.0.2.${host}`).join("\n");
  };
  fc.assert(
    fc.property(content, content, (one, two) => {
      const before = planned("acme.example", text(one)).zone;
      const after = planned("acme.example", text(two)).zone;
      const rrsets = (zone: typeof before) =>
        new Map(
          diffZones(undefined, zone, "managed").map((c) => [
            `${ownerAndType(c)}`,
            JSON.stringify(valueAfter(c)),
          ]),
        );
      const applied = rrsets(before);
      for (const change of diffZones(before, after, "managed")) {
        if (change.op === "remove") applied.delete(ownerAndType(change));
        else applied.set(ownerAndType(change), JSON.stringify(change.after));
      }
      expect([...applied].sort()).toEqual([...rrsets(after)].sort());
    }),
    { numRuns: 60 },
  );
});

type Changed = ReturnType<typeof diffZones>[number];

function valueAfter(change: Changed) {
  return change.op === "remove" ? undefined : change.after;
}

function ownerAndType(change: Changed): string {
  const { owner, type } = change.op === "remove" ? change.before : change.after;
  return `${owner} ${type}`;
}
