import { describe, expect, test } from "@jest/globals";
import { defaultGuards, type GuardSettings, guardIds, judgeGuards, planZones } from "../../src/plan/index.ts";
import { planned } from "./zone-text.ts";

const hosts = (count: number, last = 1) =>
  Array.from({ length: count }, (_, at) => `h${at} A 192.0.2.${last}`).join("\n");

const apex = (ttl: number) =>
  `@ 60 SOA ns1 host 1 7200 1800 1209600 300\n@ ${ttl} NS ns1\nns1 60 A 192.0.2.53`;

function tripped(
  before: Record<string, string>,
  after: Record<string, string>,
  guards: GuardSettings = defaultGuards,
) {
  const zones = (content: Record<string, string>) =>
    Object.entries(content).map(([name, text]) => planned(name, text));
  return judgeGuards(planZones(zones(before), zones(after)), guards).map(
    ({ guard, why }) => `${guard}: ${why}`,
  );
}

describe("without settings", () => {
  test.each<readonly [string, Record<string, string>, Record<string, string>, readonly string[]]>([
    ["little goes", { "a.example": hosts(37) }, { "a.example": hosts(30) }, []],
    [
      "much of a zone goes",
      { "a.example": hosts(37) },
      { "a.example": hosts(19) },
      ["records: 45 % of a.example. would be removed (limit 30 %)"],
    ],
    ["all of a small zone goes", { "a.example": hosts(6) }, { "a.example": "" }, []],
    [
      "many records go, of many zones",
      { "a.example": hosts(197), "b.example": hosts(197) },
      { "a.example": hosts(171), "b.example": hosts(172) },
      ["records: 51 records of 2 zones would be removed (limit 50)"],
    ],
    [
      "half of a zone changes",
      { "a.example": hosts(20) },
      { "a.example": hosts(20, 2) },
      ["records: 87 % of a.example. would be changed (limit 50 %)"],
    ],
    ["a new zone, however large", {}, { "a.example": hosts(1_200) }, []],
    [
      "a zone becomes large",
      { "a.example": "" },
      { "a.example": hosts(1_001) },
      ["records: 1,001 records of a.example. would be added (limit 1,000)"],
    ],
    [
      "a zone goes",
      { "a.example": hosts(90) },
      {},
      ["zone-removed: zone removed: 93 records of a.example. would be removed"],
    ],
    ["only the TTL of nameservers changes", { "a.example": apex(3600) }, { "a.example": apex(60) }, []],
    [
      "a nameserver changes",
      { "a.example": "" },
      { "a.example": "@ 3600 NS ns2" },
      ["apex-ns: apex NS: 1 record of a.example. would be added"],
    ],
  ])("%s", (_what, before, after, expected) => {
    expect(tripped(before, after)).toEqual(expected);
  });
});

test("a guard on a class counts the records of that class only", () => {
  const guards = { mx: { removed: { count: 1 } } };
  const mail = "@ MX 1 a\n@ MX 2 b\nx A 192.0.2.1";
  expect(tripped({ "a.example": mail }, { "a.example": "" }, guards)).toEqual([
    "mx: MX: 2 records of a.example. would be removed (limit 1)",
  ]);
  expect(tripped({ "a.example": mail }, { "a.example": mail.replace("@ MX 1 a\n", "") }, guards)).toEqual([]);
});

test("the worst of several zones is named", () => {
  const guards = { records: { removed: { share: 20 } } };
  const why = tripped(
    { "a.example": hosts(17), "b.example": hosts(17), "c.example": hosts(17) },
    { "a.example": hosts(12), "b.example": hosts(7), "c.example": hosts(17) },
    guards,
  );
  expect(why).toEqual([
    "records: 50 % of b.example. would be removed (limit 20 %), and too much of 1 more zone",
  ]);
});

test("a share over its limit is never shown as the limit", () => {
  const why = tripped(
    { "a.example": hosts(1_995) },
    { "a.example": hosts(1_395) },
    { records: { removed: { share: 30 } } },
  );
  expect(why).toEqual(["records: 30.1 % of a.example. would be removed (limit 30 %)"]);
});

test("there is one for all records and one for each class that is about records", () => {
  expect(guardIds).toContain("records");
  expect(guardIds).toContain("delegation");
  expect(guardIds).not.toContain("large-share");
  for (const id of Object.keys(defaultGuards)) expect(guardIds).toContain(id);
});
