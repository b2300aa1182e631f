import { describe, expect, test } from "@jest/globals";
import { evaluate, ZoneCache } from "../../src/evaluation/index.ts";
import { type Content, judge, pull, zoneFile } from "./repository.ts";

const yaml = `lists: { dcs: { from: dcs.yml } }
checks:
  - name: web in every datacenter
    owner: "@acme/web"
    for: { dc: dcs }
    expect: [{ resolves: "web.{dc}.acme.example", type: A }]
  - name: hosts have reverse records
    for: { host: { names: "web.*.acme.example" } }
    expect: [{ ttl: "{host}", type: A, max: 1h }]
`;
const base = {
  "checks/web.yml": yaml,
  "dcs.yml": "[sto, ash]",
  "zones/acme.example.zone": zoneFile("web.sto A 192.0.2.1\nweb.ash A 192.0.2.2"),
};
const change = (more: Content) => judge(base, { ...base, ...more });

describe("what a change takes out of the checks", () => {
  test("by their data is listed, and the data counts as checks", () => {
    const { lost, governed } = change({ "dcs.yml": "[sto]" });
    expect(lost.map(({ text, owner }) => [text, owner])).toEqual([
      ["“web in every datacenter” has no case dc=ash any more", "@acme/web"],
    ]);
    expect(governed.checks).toEqual(["dcs.yml"]);
  });

  test("still counts: the checks of the base decide", () => {
    const { passed, lost, checks } = change({
      "dcs.yml": "[sto]",
      "zones/acme.example.zone": zoneFile("web.sto A 192.0.2.1"),
    });
    expect(passed).toBe(false);
    expect(lost).toHaveLength(1);
    expect(checks[0]?.failures).toMatchObject([{ case: "dc=ash" }]);
  });

  test("is nothing where names leave a zone: the case was the zone's to make", () => {
    const one = { ...base, "dcs.yml": "[sto]" };
    const gone = { ...one, "zones/acme.example.zone": zoneFile("web.sto A 192.0.2.1") };
    expect(judge(one, gone)).toMatchObject({ passed: true, lost: [] });
  });

  test("is nothing without a base", () => {
    expect(judge(base, base, { rules: "after" }).lost).toEqual([]);
  });
});

describe("an exception that ended", () => {
  const now = Date.parse("2027-02-01T00:00:00Z");
  const excepted = {
    ...base,
    "checks/web.yml": yaml.replace(
      "dcs }\n    expect",
      "dcs }\n    except: { dc: ash, until: 2027-01-31, because: x }\n    expect",
    ),
    "zones/acme.example.zone": zoneFile("web.sto A 192.0.2.1"),
  };
  const edited = (records: string) => ({ ...excepted, "zones/acme.example.zone": zoneFile(records) });

  test("fails the change that touches its case, and no other", () => {
    expect(judge(excepted, edited("web.sto A 192.0.2.1\nx A 192.0.2.3"), { now })).toMatchObject({
      passed: true,
      checks: [{ verdict: "pass", expired: [{ case: "dc=ash" }] }, {}],
    });
    expect(judge(excepted, edited("web.sto A 192.0.2.1\nweb.ash TXT x"), { now })).toMatchObject({
      passed: false,
      checks: [{ verdict: "fail", failures: [{ case: "dc=ash" }] }, {}],
    });
  });
});

test("checks that an edit leaves alone are not run again, and say the same", () => {
  const cache = new ZoneCache();
  const records = "web.sto A 192.0.2.1\nweb.ash A 192.0.2.2";
  const after = { ...base, "zones/other.example.zone": zoneFile("a A 192.0.2.1") };
  const first = evaluate(pull(base, base), cache);
  const again = evaluate(pull(base, after), cache);
  expect(again.checks[0]).toBe(first.checks[0]);
  const without = { ...after, "zones/acme.example.zone": zoneFile(records.slice(0, 19)) };
  expect(evaluate(pull(base, without), cache).checks).toEqual(judge(base, without).checks);
});
