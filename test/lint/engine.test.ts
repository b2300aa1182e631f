import { describe, expect, test } from "@jest/globals";
import { splitKnown } from "../../src/diagnostic/index.ts";
import { TYPE } from "../../src/dns/index.ts";
import {
  type Finding,
  isStructural,
  type LintSettings,
  type LintZone,
  lint,
  type Rule,
} from "../../src/lint/index.ts";
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

describe("very many findings of one rule", () => {
  const most = 20_000;
  const bodyOf = (first: string) =>
    Array.from({ length: most + 300 }, (_, i) => `${first}${i} TXT x\n`).join("");
  const judged = zone(bodyOf("www"));

  /** A rule that finds something at every TXT record. */
  function everywhere(more: Partial<Rule> = {}, finding: Partial<Finding> = {}): Rule {
    const check: Rule["check"] = ({ rowsOf, report }) => {
      for (const row of rowsOf(TYPE.TXT)) report({ row, message: "here", ...finding });
    };
    return rule("everywhere", check, { set: "recommended", ...more });
  }

  test("are made up to a bound, and counted from there on", () => {
    const diagnostics = lint([judged], [judged], { rules: [everywhere()] });
    expect(diagnostics).toHaveLength(most + 1);
    const rest = diagnostics.filter(({ message }) => message.includes("300 more findings of this rule"));
    expect(rest).toMatchObject([{ rule: "everywhere", severity: "warning", line: 1, column: 1 }]);
  });

  test.each([
    ["as severe as any of them may be", everywhere({ mostSevere: "error" }), {}, "error"],
    ["at the severity that is configured", everywhere(), { everywhere: "info" }, "info"],
    [
      "for structural rules too",
      everywhere({ structural: true, severity: "error" }),
      { everywhere: "off" },
      "error",
    ],
  ] as const)("are counted %s", (_, one, rules, severity) => {
    const diagnostics = lint([judged], [judged], { settings: { set: "all", rules }, rules: [one] });
    expect(diagnostics.find(({ message }) => message.includes("300 more"))).toMatchObject({ severity });
  });

  test("are not made where they are not told", () => {
    let made = 0;
    const lazy = rule(
      "lazy",
      ({ rowsOf, report }) => {
        for (const row of rowsOf(TYPE.TXT))
          report(() => {
            made += 1;
            return { row, message: "here" };
          });
      },
      { set: "recommended" },
    );
    lint([judged], [judged], { rules: [lazy] });
    expect(made).toBe(most);
  });

  test("that are counted only are known from before in the same zone, and in no other", () => {
    const rules = [everywhere()];
    const before = lint([judged], [judged], { rules });
    const other = zone(`${bodyOf("www")}one TXT y\n`);
    expect(splitKnown(lint([judged], [judged], { rules }), before).fresh).toEqual([]);
    const { fresh } = splitKnown(lint([other], [other], { rules }), before);
    expect(fresh.some(({ message }) => message.includes("more findings"))).toBe(true);
  });

  test("may not be more severe than the rule declares", () => {
    const grave = everywhere({}, { severity: "error" });
    expect(lint([judged], [judged], { rules: [grave] })).toMatchObject([{ rule: "internal/everywhere" }]);
  });
});

describe("a finding that was there before", () => {
  const settings: LintSettings = { set: "recommended", rules: {} };
  const findingsOf = (body: string) => {
    const judged = zone(body);
    return lint([judged], [judged], { settings });
  };

  test.each([
    [
      "an alias that breaks while another is taken away",
      "old CNAME gone\nwww A 192.0.2.1\n",
      "www CNAME gone\n",
    ],
    ["mail that breaks for another name", "old MX 10 gone\n", "@ MX 10 gone\n"],
  ])("is another one: %s", (_, before, after) => {
    const { fresh } = splitKnown(findingsOf(after), findingsOf(before));
    expect(fresh).toHaveLength(1);
  });

  test("is the same one wherever its record moves to, and under another TTL", () => {
    const after = "\n\n; moved\nwww 300 CNAME gone\n";
    expect(splitKnown(findingsOf(after), findingsOf("www CNAME gone\n")).fresh).toEqual([]);
  });

  test("is known from a list that was written down, which has no subjects", () => {
    const written = findingsOf("www CNAME gone\n").map(({ file, rule: id, severity, message }) => ({
      file,
      rule: id,
      severity,
      message,
    }));
    expect(splitKnown(findingsOf("www CNAME gone\n"), written).fresh).toEqual([]);
  });
});
