import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  CheckMemo,
  type IdentifiedRepository,
  loadChecks,
  runChecks,
  zoneResolver,
} from "../../../src/checks/index.ts";
import { parseName } from "../../../src/dns/index.ts";
import { parseRevision, type Revision } from "../../../src/zonefile/index.ts";

const yaml = `lists: { hosts: { from: hosts.yml } }
checks:
  - { name: every host resolves, for: { h: hosts }, expect: [{ resolves: "{h}.acme.example", type: A }] }
  - { name: nothing at x, expect: [{ nxdomain: x.acme.example }] }
  - { name: nothing at y below b, expect: [{ nodata: b.acme.example, type: TXT }, { nxdomain: y.b.acme.example }] }
  - { name: names are short lived, expect: [{ every: "**.acme.example", type: A, expect: { ttl: "{name}", type: A, max: 1h } }] }
  - { name: nothing temporary, expect: [{ forbidden: "t*.acme.example" }] }
  - { name: no old network, expect: [{ no-address-within: 10.9.0.0/16 }] }
  - { name: alike, expect: [{ parity: a.acme.example, with: b.acme.example }] }
  - { name: the zone, expect: [{ zone: acme.example, soa: { refresh: { min: 1h } } }] }
  - { name: found, for: { n: { names: "h?.acme.example" } }, expect: [{ resolves: "{n}", type: A }] }
  - { name: for now, except: { until: 2026-06-30, because: x }, expect: [{ nxdomain: "a.acme.example" }] }
  - { name: elsewhere, expect: [{ resolves: www.acme.test, type: A, external: ok }] }
`;

interface State {
  readonly zones: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly now: number;
}

/** Octets between places from which reading goes on: few, so that small zones know what they share. */
const SPACING = 24;

/** Zones as an evaluation has them: those that did not change are the same objects, others know where they come from. */
class Zones {
  readonly #last = new Map<string, { text: string; revision: Revision }>();

  of(texts: State["zones"]) {
    return Object.entries(texts).map(([apex, text]) => {
      const known = this.#last.get(apex);
      if (known?.text === text) return known.revision;
      const octets = Buffer.from(text);
      const revision = parseRevision(
        { file: `${apex}.zone`, origin: parseName(`${apex}.`), read: () => octets },
        known?.revision,
        SPACING,
      );
      this.#last.set(apex, { text, revision });
      return revision;
    });
  }
}

function repositoryOf({ files }: State, zones: IdentifiedRepository["zones"]): IdentifiedRepository {
  return {
    read: (path) => (path in files ? Buffer.from(files[path]!) : undefined),
    identity: (path) => files[path],
    find: () => Object.keys(files),
    ...(zones && { zones }),
  };
}

const check = { file: "checks/a.yml", octets: Buffer.from(yaml) };

/** Verdicts with what was found, by a memo and without one. */
function judge(state: State, zones: Zones, memo: CheckMemo) {
  const views = new Map([["default", zones.of(state.zones)]]);
  const resolvers = new Map([["default", zoneResolver(views.get("default")!)]]);
  const repository = repositoryOf(state, resolvers);
  const options = { now: state.now };
  const loaded = memo.load([check], repository, views);
  const fresh = loadChecks([check], repository);
  return {
    remembered: [loaded.diagnostics, memo.run(loaded.checks, resolvers, views, options)],
    fresh: [fresh.diagnostics, runChecks(fresh.checks, resolvers, options)],
  };
}

const owners = ["@", "a", "b", "x", "y.b", "h1", "h2", "t1", "*", "*.b", "h1.a", "h1.b", "z.x", "c.h2"];
const data = [
  "A 10.1.0.1",
  "A 10.9.0.1",
  "7200 A 10.1.0.2",
  "TXT x",
  "CNAME h1",
  "NS ns.acme.test.",
  "DNAME b",
  "MX 1 h1",
];
const record = fc.record({ owner: fc.constantFrom(...owners), data: fc.constantFrom(...data) });
const line = ({ owner, data: text }: { owner: string; data: string }) => `${owner} ${text}\n`;

const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant("put" as const), at: fc.nat(20), record }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant("drop" as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("serial" as const), to: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant("zone" as const),
      apex: fc.constantFrom("b.acme.example", "acme.test"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant("hosts" as const),
      to: fc.constantFrom("[h1]", "[h1, h2]", "[a, b]"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant("clock" as const),
      to: fc.constantFrom("2026-01-01", "2026-12-31"),
    }),
  },
);

describe("a memo", () => {
  test("gives what a fresh run gives, whatever is edited", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), fc.array(edit, { maxLength: 12 }), (first, edits) => {
        const memo = new CheckMemo();
        const zones = new Zones();
        const records = first.map(line);
        let serial = 1;
        const extra = new Set<string>();
        let hosts = "[h1]";
        let now = 0;
        const look = () => {
          const text = `$TTL 300\n@ SOA ns1 host ${serial} 7200 1800 1209600 300\n${records.join("")}`;
          const others = [...extra].map((apex) => [
            apex,
            "$TTL 300\n@ SOA ns1 host 1 7200 1800 1209600 300\nwww A 10.1.0.3\n",
          ]);
          const state = {
            zones: { "acme.example": text, ...Object.fromEntries(others) },
            files: { "hosts.yml": hosts },
            now,
          };
          const { remembered, fresh } = judge(state, zones, memo);
          expect(remembered).toEqual(fresh);
        };
        look();
        for (const one of edits) {
          if (one.is === "put") records.splice(one.at, 1, line(one.record));
          else if (one.is === "drop") records.splice(one.at, 1);
          else if (one.is === "serial") serial = one.to;
          else if (one.is === "hosts") hosts = one.to;
          else if (one.is === "clock") now = Date.parse(one.to);
          else if (!extra.delete(one.apex)) extra.add(one.apex);
          look();
        }
      }),
      { numRuns: 60 },
    );
  });

  test("runs again only what an edit can change", () => {
    const memo = new CheckMemo();
    const zones = new Zones();
    const text = (more: string) =>
      `$TTL 300\n@ SOA ns1 host 1 7200 1800 1209600 300\nh1 A 10.1.0.1\nb A 10.1.0.2\na A 10.1.0.3\n${more}`;
    const results = (more: string) =>
      judge({ zones: { "acme.example": text(more) }, files: { "hosts.yml": "[h1]" }, now: 0 }, zones, memo)
        .remembered[1] as ReturnType<typeof runChecks>;
    const before = results("");
    expect(before.map(({ verdict }) => verdict)).toEqual(before.map(() => "pass"));
    const after = results("q TXT x\n");
    const again = after.filter((result) => !before.includes(result)).map(({ name }) => name);
    expect(again.sort()).toEqual(["names are short lived", "no old network", "nothing temporary"].sort());
  });

  test("reads a file of checks again only where it, its data or its names changed", () => {
    const memo = new CheckMemo();
    const load = (files: Readonly<Record<string, string>>) =>
      memo.load([check], repositoryOf({ zones: {}, files, now: 0 }, new Map()), new Map()).checks[0];
    const first = load({ "checks/a.yml": "1", "hosts.yml": "[h1]" });
    expect(load({ "checks/a.yml": "1", "hosts.yml": "[h1]", "other.yml": "x" })).toBe(first);
    const other = load({ "checks/a.yml": "1", "hosts.yml": "[h2]" });
    expect(other).not.toBe(first);
    expect(load({ "checks/a.yml": "1", "hosts.yml": "[h1]" })).toBe(first);
  });

  test("does not keep what was read while a data file was not at hand", () => {
    const memo = new CheckMemo();
    const repository = (hosts: string | undefined): IdentifiedRepository => ({
      read: (path) => (path === "hosts.yml" && hosts !== undefined ? Buffer.from(hosts) : undefined),
      identity: (path) => path,
    });
    const read: string[] = [];
    const noting = { ...repository("[h1]"), read: (path: string) => void read.push(path) };
    memo.touch([check], noting);
    expect(read).toContain("hosts.yml");
    expect(memo.load([check], repository(undefined), new Map()).diagnostics).toHaveLength(2);
    expect(memo.load([check], repository("[h1]"), new Map()).diagnostics).toHaveLength(1);
  });
});
