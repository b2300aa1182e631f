import { describe, expect, test } from "@jest/globals";
import { planZones, renderPlan } from "../../src/plan/index.ts";
import { planned } from "./zone-text.ts";

const plan = (before: string, after: string) =>
  planZones([planned("acme.example", before)], [planned("acme.example", after)]).zones[0]!;

const records = (count: number, record: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => record(at)).join("\n");

describe("who is affected", () => {
  test("records of every zone that point at a name that changes", () => {
    const other = planned("other.example", "@ MX 10 mail.acme.example.\nbox A 192.0.2.9");
    const { zones } = planZones(
      [planned("acme.example", "mail A 192.0.2.1\nweb A 192.0.2.2"), other],
      [planned("acme.example", "mail A 192.0.2.7\nweb A 192.0.2.2"), other],
    );
    expect(zones[0]?.dependants).toEqual([
      {
        name: "other.example.",
        type: "MX",
        zone: "other.example.",
        view: "default",
        of: "mail.acme.example.",
      },
    ]);
  });

  test("through aliases, and round a circle of them only once", () => {
    const aliases = "www CNAME web\nshop CNAME www\n_x._tcp SRV 0 0 1 shop";
    const circle = "one CNAME two\ntwo CNAME one";
    const { dependants } = plan(`web A 192.0.2.1\n${aliases}`, `web A 192.0.2.2\n${aliases}`);
    expect(dependants.map(({ name }) => name).sort()).toEqual([
      "_x._tcp.acme.example.",
      "shop.acme.example.",
      "www.acme.example.",
    ]);
    expect(plan(`${circle}\none 60 TXT "a"`, `${circle}\none 60 TXT "b"`).dependants).toMatchObject([
      { name: "two.acme.example.", of: "one.acme.example." },
    ]);
  });

  test("not by a change of text at a name others have as their address", () => {
    expect(
      plan('web A 192.0.2.1\nweb TXT "a"\n@ MX 1 web', 'web A 192.0.2.1\nweb TXT "b"\n@ MX 1 web').dependants,
    ).toEqual([]);
  });

  test("but an alias passes text on", () => {
    const { dependants } = plan('web TXT "a"\nwww CNAME web', 'web TXT "b"\nwww CNAME web');
    expect(dependants).toMatchObject([{ name: "www.acme.example.", type: "CNAME" }]);
  });

  test("says through which alias, where it is not direct", () => {
    const aliases = "www CNAME web\nshop CNAME www";
    const { dependants } = plan(`web A 192.0.2.1\n${aliases}`, `web A 192.0.2.2\n${aliases}`);
    expect(dependants.map(({ name, through }) => [name, through])).toEqual([
      ["www.acme.example.", undefined],
      ["shop.acme.example.", "www.acme.example."],
    ]);
  });

  test("not records that the same change takes away", () => {
    expect(plan("web A 192.0.2.1\nwww CNAME web", "other A 192.0.2.1").dependants).toEqual([]);
  });

  const inside = (name: string, records: string) => planned(name, records, { view: "internal" });
  const outside = (last: number) => planned("acme.example", `web A 192.0.2.${last}`);

  test("of another view, where that has no zone for the name and so gets the same answer", () => {
    const other = inside("in.example", "www CNAME web.acme.example.");
    const { zones } = planZones([outside(1), other], [outside(2), other]);
    expect(zones[0]?.dependants).toMatchObject([{ name: "www.in.example.", view: "internal" }]);
  });

  test("not of another view that has the zone itself", () => {
    const others = [
      inside("in.example", "www CNAME web.acme.example."),
      inside("acme.example", "web A 10.0.0.1"),
    ];
    const { zones } = planZones([outside(1), ...others], [outside(2), ...others]);
    expect(zones[0]?.dependants).toEqual([]);
  });

  test("no more than 1,000, however they are chained", () => {
    const chain = Array.from({ length: 1_500 }, (_, at) => `c${at + 1} CNAME c${at}`).join("\n");
    const { dependants, dependantsComplete } = plan(`c0 A 192.0.2.1\n${chain}`, `c0 A 192.0.2.2\n${chain}`);
    expect(dependants).toHaveLength(1_000);
    expect(dependantsComplete).toBe(false);
  });

  test("all of exactly 1,000", () => {
    const aliases = records(1_000, (at) => `c${at} CNAME web`);
    const all = plan(`web A 192.0.2.1\n${aliases}`, `web A 192.0.2.2\n${aliases}`);
    expect(all.dependants).toHaveLength(1_000);
    expect(all.dependantsComplete).toBe(true);
  });

  test("without a look at pointers that text does not pass through, were they a million", () => {
    const trees = records(1_000, (at) => `k${at} DNAME sub`);
    const texts = (text: string) => records(1_000, (at) => `d${at}.sub TXT ${text}`);
    const { dependants, dependantsComplete } = plan(`${trees}\n${texts("a")}`, `${trees}\n${texts("b")}`);
    expect(dependants).toEqual([]);
    expect(dependantsComplete).toBe(true);
  });

  test("says that it is not complete where too many would have to be looked at, and that this is a risk", () => {
    const hosts = (last: number) =>
      planned(
        "acme.example",
        records(500, (at) => `h${at} A 192.0.2.${last}`),
      );
    const trees = planned(
      "in.example",
      records(500, (at) => `k${at} DNAME acme.example.`),
      {
        view: "internal",
      },
    );
    const others = [trees, planned("acme.example", "", { view: "internal" })];
    const whole = planZones([hosts(1), ...others], [hosts(2), ...others]);
    expect(whole.zones[0]).toMatchObject({ dependants: [], dependantsComplete: false });
    expect(whole.zones[0]!.risks).toContainEqual(
      expect.objectContaining({ class: "many-dependants", level: "high" }),
    );
    for (const format of ["text", "markdown"] as const) {
      expect(renderPlan(whole, format)).toContain("this list is not complete");
    }
  });

  test("what lies behind a DNAME whose target tree changes", () => {
    const records = "old DNAME new\n";
    expect(plan(`${records}a.new A 192.0.2.1`, `${records}a.new A 192.0.2.2`).dependants).toMatchObject([
      { name: "old.acme.example.", type: "DNAME", of: "a.new.acme.example." },
    ]);
  });
});

describe("how long what was may be kept", () => {
  test("an answer that goes or changes, for the TTL it had", () => {
    expect(plan("a 86400 A 192.0.2.1\nb 60 A 192.0.2.1", "a 300 A 192.0.2.2").exposure).toEqual([
      { owner: "a.acme.example.", type: "A", seconds: 86400, why: "old answer cached" },
      { owner: "b.acme.example.", type: "A", seconds: 60, why: "old answer cached" },
    ]);
  });

  test.each([
    ["the SOA's minimum", "@ 3600 SOA ns1 host 1 7200 1800 1209600 300", 300],
    ["the SOA's own TTL where that is less", "@ 120 SOA ns1 host 1 7200 1800 1209600 300", 120],
  ])("that a new name does not exist, for %s", (_what, soa, seconds) => {
    expect(plan(soa, `${soa}\nnew A 192.0.2.1`).exposure).toEqual([
      { owner: "new.acme.example.", type: "A", seconds, why: "absence cached" },
    ]);
  });

  test("the answer of the wildcard that stood in for a new name", () => {
    expect(plan("* 900 A 192.0.2.1", "* 900 A 192.0.2.1\nnew A 192.0.2.2").exposure).toEqual([
      { owner: "new.acme.example.", type: "A", seconds: 900, why: "old answer cached" },
    ]);
  });

  test("nothing of a new zone", () => {
    expect(planZones([], [planned("acme.example", "a A 192.0.2.1")]).zones[0]?.exposure).toEqual([]);
  });
});
