import { describe, expect, test } from "@jest/globals";
import { isStructural, type LintSettings, type LintZone, lint, type Rule } from "../../src/lint/index.ts";
import { lintZone } from "./judge-example.ts";

const HEAD = "$TTL 1h\n@ SOA ns.example.com. h.example.com. 1 2h 1h 14d 1h\n@ NS ns.example.com.\n";

function zone(body: string, more: Partial<LintZone> = {}, origin = "example.org."): LintZone {
  return { ...lintZone({ origin, text: HEAD + body, view: more.view ?? "default" }), ...more };
}

/** `rule severity line:column` of what is found in one zone. */
function found(body: string, settings: LintSettings = { set: "recommended", rules: {} }): string[] {
  const judged = zone(body);
  return lint([judged], [judged], { settings }).map((d) => `${d.rule} ${d.severity} ${d.line}:${d.column}`);
}

function rule(id: string, check: Rule["check"], more: Partial<Rule> = {}): Rule {
  const about = { summary: "For this test.", explanation: "", examples: { fail: [], pass: [] } };
  return { id, severity: "warning", set: "strict", structural: false, ...about, check, ...more };
}

describe("settings", () => {
  const dangling = "www CNAME web\n";

  test("choose a rule's severity, or switch it off", () => {
    expect(found(dangling)).toEqual(["cname-dangling error 4:11"]);
    expect(found(dangling, { set: "recommended", rules: { "cname-dangling": "info" } })).toEqual([
      "cname-dangling info 4:11",
    ]);
    expect(found(dangling, { set: "recommended", rules: { "cname-dangling": "off" } })).toEqual([]);
  });

  test("never lower what is structural", () => {
    const rules = { "cname-at-apex": "off" } as const;
    expect(found("@ CNAME a.example.com.\n", { set: "recommended", rules })).toEqual([
      "cname-at-apex error 4:3",
    ]);
    expect(isStructural("cname-at-apex")).toBe(true);
    expect(isStructural("cname-dangling")).toBe(false);
    expect(isStructural("internal/cname-dangling")).toBe(true);
  });

  test.each([
    ["recommended", {}, []],
    ["strict", {}, ["extra"]],
    ["all", {}, ["extra"]],
    ["recommended", { extra: "error" }, ["extra"]],
    ["all", { extra: "off" }, []],
  ] as const)("set %s with %j switches on %j", (set, rules, expected) => {
    const judged = zone("");
    const extra = rule("extra", ({ report }) => report({ message: "here" }));
    expect(lint([judged], [judged], { settings: { set, rules }, rules: [extra] }).map((d) => d.rule)).toEqual(
      expected,
    );
  });
});

describe("a rule that throws", () => {
  test("is reported as itself, and the others go on", () => {
    const judged = zone("");
    const broken = rule("broken", () => {
      throw new RangeError("no such label");
    });
    const sound = rule("sound", ({ report }) => report({ row: 1, message: "here" }));
    const diagnostics = lint([judged], [judged], {
      settings: { set: "strict", rules: {} },
      rules: [broken, sound],
    });
    expect(diagnostics.map((d) => [d.rule, d.severity, d.line])).toEqual([
      ["internal/broken", "error", 1],
      ["sound", "warning", 3],
    ]);
    expect(diagnostics[0]!.message).toContain("no such label");
  });
});

describe("findings", () => {
  test("of a superseded rule are dropped where the other speaks, and only there", () => {
    const body = "www CNAME web.example.org\napi CNAME gone\nweb A 192.0.2.1\n";
    expect(found(body)).toEqual(["missing-trailing-dot-target error 4:11", "cname-dangling error 5:11"]);
    const without: LintSettings = {
      set: "recommended",
      rules: { "missing-trailing-dot-target": "off", "name-repeats-origin": "off" },
    };
    expect(found(body, without)).toEqual(["cname-dangling error 4:11", "cname-dangling error 5:11"]);
  });

  test("without a text at hand stand on the record's line", () => {
    const judged = zone("www CNAME web\n", { tokens: () => undefined });
    expect(lint([judged], [judged])).toMatchObject([{ rule: "cname-dangling", line: 4, column: 1 }]);
  });

  test("about a file that is a zone of two views are told once", () => {
    const judged = zone("www CNAME web\n");
    const again = { ...judged, view: "internal" };
    expect(lint([judged, again], [judged, again])).toHaveLength(1);
  });

  test("are made for the zones under judgement only", () => {
    const judged = zone("www CNAME web\n");
    const other = zone("www CNAME web\n", {}, "example.net.");
    expect(lint([judged, other], [other]).map((d) => d.file)).toEqual([other.file]);
  });
});

describe("names are looked for", () => {
  const rulesFound = (zones: readonly LintZone[]) => lint(zones, [zones[0]!]).map((d) => d.rule);

  test("in the same view only", () => {
    const judged = zone("www CNAME web.example.net.\n");
    const internal = zone("", { view: "internal" }, "example.net.");
    expect(rulesFound([judged, internal])).toEqual([]);
    expect(rulesFound([judged, zone("", {}, "example.net.")])).toEqual(["cname-dangling"]);
  });

  test("in the child zone, where the repository has it", () => {
    const parent = zone("lab NS ns.example.com.\nwww CNAME web.lab\n");
    expect(rulesFound([parent])).toEqual([]);
    expect(rulesFound([parent, zone("", {}, "lab.example.org.")])).toEqual(["cname-dangling"]);
    expect(rulesFound([parent, zone("web A 192.0.2.1\n", {}, "lab.example.org.")])).toEqual([]);
  });

  test("through an alias, which is one even where it leads to a delegation", () => {
    expect(rulesFound([zone("lab NS ns.example.com.\nmail CNAME host.lab\n@ MX 10 mail\n")])).toEqual([
      "mx-target-cname",
    ]);
  });

  test("in vain in a zone that could not be read in full: then nothing is said", () => {
    const body = "www CNAME web\n@ MX 10 mail\n@ NS ns1\nlab NS ns.lab\n";
    expect(rulesFound([zone(body, { incomplete: true })])).toEqual([]);
    expect(rulesFound([zone(body)])).toHaveLength(4);
  });
});

describe("time", () => {
  test.each([
    ["many names", (i: number) => `h${i} A 192.0.2.1\nw${i} CNAME h${i}\nx${i} CNAME gone${i}.example.org\n`],
    [
      "one name with many records",
      (i: number) => `www A 10.${i >> 16}.${(i >> 8) & 255}.${i & 255}\n@ MX ${i % 60000} www\n`,
    ],
    ["one name with many aliases", (i: number) => `www CNAME h${i}\nx${i} CNAME www\n`],
    ["one long chain of aliases", (i: number) => `h${i} CNAME h${i + 1}\n`],
    ["names below a delegation", (i: number) => `d${i} NS ns.d${i}\nns.d${i} A 192.0.2.1\nx.d${i} TXT "x"\n`],
    [
      "a name that is one delegation in another",
      (i: number) => `${"a.".repeat((i % 60) + 1)}b${i % 90} NS www\n`,
    ],
  ])("grows with the zone's size: %s", (_what, line) => {
    const time = (size: number): number => {
      const judged = zone(Array.from({ length: size }, (_, i) => line(i)).join(""));
      const started = performance.now();
      lint([judged], [judged]);
      return performance.now() - started;
    };
    time(200);
    const small = Math.max(Math.min(time(200), time(200)), 5);
    // Sixteen times the size: sixteen times the time, or 256 times if it were quadratic.
    expect(time(3200)).toBeLessThan(small * 80);
  });
});
