import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseName } from "../../../src/dns/index.ts";
import { LintMemo, type LintZone, lint, type Rule } from "../../../src/lint/index.ts";
import { all, lintZone } from "../judge-example.ts";

const HEAD =
  "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n";

/** Zones are parsed once for each text, as the evaluation's cache does. */
const parsed = new Map<string, LintZone>();

function zone(origin: string, body: string, before?: LintZone): LintZone {
  const key = `${origin} ${body}`;
  const known = parsed.get(key) ?? lintZone({ origin, text: HEAD + body });
  parsed.set(key, known);
  return before ? { ...known, before } : known;
}

const record = fc.constantFrom(
  "www A 192.0.2.1",
  "www AAAA 2001:db8::1",
  "web CNAME www",
  "web CNAME host.example.net.",
  "host A 192.0.2.2",
  "@ MX 10 host",
  "@ MX 10 host.example.net.",
  "sub NS ns1.sub.example.org.",
  "ns1.sub A 192.0.2.53",
  "a.sub A 192.0.2.3",
  "*.w A 192.0.2.4",
  "x.w TXT a",
  '@ TXT "v=spf1 include:spf.example.net. -all"',
  '@ TXT "v=spf1 include:example.org -all"',
  'spf TXT "v=spf1 -all"',
  "1 PTR www.example.org.",
  "2 PTR host.example.net.",
  "_sip._tcp SRV 0 0 5060 host.example.net.",
);
const origins = ["example.org.", "example.net.", "sub.example.org.", "2.0.192.in-addr.arpa."];
const body = fc
  .uniqueArray(record, { maxLength: 6 })
  .map((lines) => lines.map((line) => `${line}\n`).join(""));
/** The content of each zone; undefined: there is no such zone. */
const tree = fc.tuple(...origins.map(() => fc.option(body, { nil: undefined, freq: 5 })));

function zonesOf(contents: readonly (string | undefined)[], before?: readonly LintZone[]): LintZone[] {
  return contents.flatMap((content, index) => {
    if (content === undefined) return [];
    const origin = origins[index]!;
    return [
      zone(
        origin,
        content,
        before?.find(({ name }) => name === origin),
      ),
    ];
  });
}

describe("rules that remember", () => {
  test("find what they would find otherwise, whatever changes around a zone", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(tree, tree), { minLength: 2, maxLength: 4 }), (pulls) => {
        const memo = new LintMemo();
        for (const [base, head] of pulls) {
          const old = zonesOf(base);
          const now = zonesOf(head, old);
          for (const zones of [old, now]) {
            const options = { settings: all, now: 1_760_000_000_000, paths: ["a.inc"] };
            const plain = lint(zones, zones, options);
            expect(lint(zones, zones, { ...options, memo: { of: memo, settings: "all" } })).toEqual(plain);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  const judged: string[] = [];
  const asks = (ask: Rule["check"]): Rule => ({
    id: "asks",
    severity: "info",
    set: "recommended",
    structural: false,
    summary: "For this test.",
    explanation: "",
    examples: { fail: [], pass: [] },
    check(context) {
      judged.push(context.zone.name);
      ask(context);
    },
  });
  const org = zone("example.org.", "www CNAME host.example.net.\n");
  const net = zone("example.net.", "host A 192.0.2.1\n");
  const netMore = zone("example.net.", "host A 192.0.2.1\nmore A 192.0.2.2\n");
  const netLess = zone("example.net.", "more A 192.0.2.2\n");

  interface Later {
    readonly now?: number;
    readonly settings?: string;
  }

  /** The zones that are judged when the second zones come after the first. */
  function again(rule: Rule, first: readonly LintZone[], second: readonly LintZone[], later: Later = {}) {
    const { now = 0, settings = "same" } = later;
    const of = new LintMemo();
    lint(first, first, { rules: [rule], memo: { of, settings: "same" } });
    judged.length = 0;
    lint(second, second, { rules: [rule], now, memo: { of, settings } });
    return [...judged];
  }

  test.each<[string, Rule["check"], readonly LintZone[], readonly string[]]>([
    ["a zone that changed", () => undefined, [org, netMore], ["example.net."]],
    [
      "a zone that asked for a name which has another answer now",
      ({ world }) => world.standing(parseName("host.example.net."), "default"),
      [org, netLess],
      ["example.org.", "example.net."],
    ],
    [
      "no zone that asked for a name with the same answer",
      ({ world }) => world.standing(parseName("host.example.net."), "default"),
      [org, netMore],
      ["example.net."],
    ],
    [
      "a zone that looked at all zones",
      ({ zones }) => zones,
      [org, netMore],
      ["example.org.", "example.net."],
    ],
    [
      "a zone that looked at another zone",
      ({ world }) => world.zoneOf(parseName("host.example.net."), "default"),
      [org, netMore],
      ["example.org.", "example.net."],
    ],
  ])("judge %s again, and no other", (_, ask, second, expected) => {
    expect(again(asks(ask), [org, net], second)).toEqual(expected);
  });

  test("judge again what looked at the clock, once it moved", () => {
    expect(
      again(
        asks(() => undefined),
        [org],
        [org],
        { now: 1 },
      ),
    ).toEqual([]);
    expect(
      again(
        asks(({ now }) => now),
        [org],
        [org],
        { now: 1 },
      ),
    ).toEqual(["example.org."]);
  });

  test("judge all again by other settings", () => {
    expect(
      again(
        asks(() => undefined),
        [org],
        [org],
        { settings: "other" },
      ),
    ).toEqual(["example.org."]);
  });
});
