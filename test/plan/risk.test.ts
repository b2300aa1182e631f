import { readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { namePatternProblem, planZones, riskClasses } from "../../src/plan/index.ts";
import { planned } from "./zone-text.ts";

const soa = "@ 3600 SOA ns1 host 1 7200 1800 1209600 300\n@ NS ns1\nns1 A 192.0.2.53\n";

/** `level class owner TYPE` of each risk of a change of acme.example. */
function risks(before: string, after: string, critical: readonly string[] = []): string[] {
  const others = [planned("ours.example", "web A 192.0.2.7")];
  const plan = planZones(
    [planned("acme.example", before), ...others],
    [planned("acme.example", after), ...others],
    { critical },
  );
  return plan.zones[0]!.risks.map(({ level, class: id, owner, type }) =>
    [level, id, ...(owner === undefined ? [] : [owner.replace("acme.example.", "@"), type])].join(" "),
  );
}

test.each<readonly [string, string, string, readonly string[]]>([
  ["another nameserver", soa, `${soa}@ NS ns.ours.example.`, ["high apex-ns @ NS"]],
  ["a longer TTL of nameservers", soa, soa.replace("@ NS", "@ 7200 NS"), ["low ttl-raised @ NS"]],
  ["another primary", soa, soa.replace("SOA ns1", "SOA ns2"), ["medium apex-soa @ SOA"]],
  ["another contact", soa, soa.replace("host", "root"), ["medium apex-soa @ SOA"]],
  ["another timer", soa, soa.replace("7200", "3600"), ["low apex-soa @ SOA"]],
  [
    "a serial that is ours to set",
    `${soa}a A 192.0.2.1`,
    `${soa.replace(" 1 7200", " 2 7200")}b A 192.0.2.2`,
    [],
  ],
  ["a delegation comes", "", "lab NS ns.ours.example.", ["medium delegation lab.@ NS"]],
  ["a delegation goes", "lab NS ns.ours.example.", "", ["high delegation lab.@ NS"]],
  [
    "a delegation changes",
    "lab NS ns.ours.example.",
    "lab NS ns2.ours.example.",
    ["high delegation lab.@ NS"],
  ],
  ["a DS goes", `lab DS 1 8 2 ${"ab".repeat(32)}`, "", ["high dnssec lab.@ DS"]],
  [
    "a DS changes",
    `lab DS 1 8 2 ${"ab".repeat(32)}`,
    `lab DS 1 8 2 ${"cd".repeat(32)}`,
    ["high dnssec lab.@ DS"],
  ],
  ["mail goes elsewhere", "@ MX 1 a", "@ MX 1 b", ["medium mx @ MX"]],
  ["mail may go to one more", "@ MX 1 a", "@ MX 1 a\n@ MX 9 b", ["medium mx @ MX"]],
  ["mail goes nowhere", "@ MX 1 a", "", ["high mx @ MX"]],
  ["SPF changes", '@ TXT "v=spf1 -all"', '@ TXT "v=spf1 mx -all"', ["medium spf @ TXT"]],
  ["SPF goes, other text stays", '@ TXT "v=spf1 -all"\n@ TXT x', "@ TXT x", ["high spf @ TXT"]],
  ["text beside SPF changes", '@ TXT "v=spf1 -all"\n@ TXT x', '@ TXT "v=spf1 -all"\n@ TXT y', []],
  ["text that only looks like SPF", "", '@ TXT "v=spf10 -all"', []],
  ["DMARC goes", '_dmarc TXT "v=DMARC1; p=none"', "", ["medium dmarc _dmarc.@ TXT"]],
  ["DMARC comes", "", '_dmarc TXT "v=DMARC1; p=none"', ["low dmarc _dmarc.@ TXT"]],
  ["a wildcard comes", "", "*.dev A 192.0.2.1", ["medium wildcard *.dev.@ A"]],
  ["a wildcard goes", "*.dev A 192.0.2.1", "", ["medium wildcard *.dev.@ A"]],
  ["an alias to a zone of ours", "", "x CNAME web.ours.example.", []],
  ["an alias to a stranger", "", "x CNAME web.theirs.example.", ["low external-alias x.@ CNAME"]],
  [
    "an alias that leaves our zones",
    "x CNAME web.ours.example.",
    "x CNAME web.theirs.example.",
    ["medium external-alias x.@ CNAME"],
  ],
  ["a longer TTL", "a 60 A 192.0.2.1", "a 3600 A 192.0.2.1", ["low ttl-raised a.@ A"]],
  ["a TTL over a day", "a 60 A 192.0.2.1", "a 2d A 192.0.2.1", ["medium ttl-raised a.@ A"]],
  ["a longer TTL that is short still", "a 60 A 192.0.2.1", "a 300 A 192.0.2.1", []],
  ["a shorter TTL", "a 3600 A 192.0.2.1", "a 60 A 192.0.2.1", []],
])("%s", (_what, before, after, expected) => {
  expect(risks(before, after)).toEqual(expected);
});

describe("critical names", () => {
  test.each([
    ["high critical-name login.@ A", "login A 192.0.2.1", "", ["login"]],
    ["medium critical-name login.@ A", "login A 192.0.2.1", "login A 192.0.2.2", ["log*"]],
    ["low critical-name login.@ TXT", "", "login TXT x", ["login.acme.example."]],
    ["medium critical-name @ A", "@ A 192.0.2.1", "@ A 192.0.2.2", ["@"]],
    ["medium critical-name a.b.@ A", "a.b A 192.0.2.1", "a.b A 192.0.2.2", ["*.b"]],
    ["medium critical-name web-eu-1.@ A", "web-eu-1 A 192.0.2.1", "web-eu-1 A 192.0.2.2", ["*b-*-1*"]],
  ])("%s", (expected, before, after, critical) => {
    expect(risks(before, after, critical)).toEqual([expected]);
  });

  test.each([["@"], ["www"], ["login.acme"], ["*"], ["log*on"], ["login.other.example."], ["x*.login"]])(
    "login is not %s",
    (pattern) => {
      const expected = pattern === "*" ? ["medium critical-name login.@ A"] : [];
      expect(risks("login A 192.0.2.1", "login A 192.0.2.2", [pattern])).toEqual(expected);
    },
  );

  test("a pattern is a name", () => {
    expect(["@", "www", "*.lab", "a_b.example."].map(namePatternProblem)).toEqual(Array(4).fill(undefined));
    for (const wrong of ["", "a b", "a..b", "(a+)+", "x".repeat(64), "a.".repeat(200)])
      expect(namePatternProblem(wrong)).toEqual(expect.any(String));
  });
});

describe("of a zone", () => {
  test("that comes or goes, nothing else is said", () => {
    const { zones } = planZones([planned("old.example", "@ MX 1 a")], [planned("new.example", "@ MX 1 a")]);
    expect(zones.map(({ risks: found }) => found.map(({ level, class: id }) => `${level} ${id}`))).toEqual([
      ["low zone-added"],
      ["high zone-removed"],
    ]);
  });

  const hosts = (count: number, last = 1) =>
    Array.from({ length: count }, (_, at) => `h${at} A 192.0.2.${last}`).join("\n");

  test("that loses or changes much of its records", () => {
    expect(risks(hosts(20), hosts(12))).toEqual(["high large-share"]);
    expect(risks(hosts(20), hosts(14))).toEqual([]);
    expect(risks(hosts(20), hosts(20, 2))).toEqual(["medium large-share"]);
  });

  test("unless it is so small that shares mean nothing", () => {
    expect(risks(hosts(6), "")).toEqual([]);
  });
});

describe("dependants", () => {
  const aliases = (count: number) =>
    Array.from({ length: count }, (_, at) => `c${at} CNAME ${at < 2 ? "hub" : `c${at - 2}`}`).join("\n");

  test.each([
    [9, []],
    [10, ["medium many-dependants hub.@ A"]],
    [100, ["high many-dependants hub.@ A"]],
  ])("%d that lead to a name, directly or not", (count, expected) => {
    const change = [`hub A 192.0.2.1\n${aliases(count)}`, `hub A 192.0.2.2\n${aliases(count)}`] as const;
    expect(risks(...change)).toEqual(expected);
  });

  test("are counted with every risk of the name", () => {
    const { zones } = planZones(
      [planned("acme.example", "www A 192.0.2.1\na CNAME www\n@ MX 1 a")],
      [planned("acme.example", "www A 192.0.2.2\na CNAME www\n@ MX 1 a")],
    );
    expect(zones[0]!.risks).toMatchObject([{ class: "critical-name", dependants: 2 }]);
  });
});

test("highest first", () => {
  const found = risks("@ MX 1 a\nx 60 A 192.0.2.1\nlab NS a", "@ MX 1 b\nx 3600 A 192.0.2.1");
  expect(found.map((risk) => risk.split(" ")[0])).toEqual(["high", "medium", "low"]);
});

test("the folder and the list of classes agree, and each is described", () => {
  const files = readdirSync("src/plan/risk/classes").filter((file) => file !== "index.ts");
  expect(riskClasses.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  for (const { title, summary } of riskClasses) expect([title, summary]).not.toContain("");
});
