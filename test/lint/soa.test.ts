import { describe, expect, test } from "@jest/globals";
import { lint } from "../../src/lint/index.ts";
import { all, lintZone } from "./judge-example.ts";

/** What the rules on the SOA say of this one, as `rule: text of the fix`. */
function judge(
  soa: string,
  more: { body?: string; before?: string; serial?: "from-file"; now?: string } = {},
): string[] {
  const { body = "", before, serial = "managed", now = "2026-01-01" } = more;
  const text = (data: string) =>
    `$TTL 1h\n@ SOA ${data}\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n${body}\n`;
  const zone = lintZone({
    origin: "example.org.",
    text: text(soa),
    serial,
    ...(before !== undefined && { before: text(before) }),
  });
  return lint([zone], [zone], { settings: all, now: Date.parse(now) })
    .filter(({ rule }) => rule.startsWith("soa-"))
    .map(({ rule, fix }) => (fix ? `${rule}: ${fix.edits.map((edit) => edit.text).join()}` : rule));
}

describe("the mailbox", () => {
  test.each([
    ["hostmaster@example.com.", ["soa-rname-at: hostmaster.example.com."]],
    ["a.b@example.com", ["soa-rname-at: a\\.b.example.com."]],
    ["hostmaster@", ["soa-rname-at: hostmaster"]],
    ["hostmaster", []],
    ["@", []],
    ["invalid.", []],
    [".", ["soa-rname-invalid"]],
    ["ann.lee.lab.example.org.", ["soa-rname-invalid"]],
    ["ann.lee", ["soa-rname-invalid: ann\\.lee"]],
  ])("%s", (rname, found) => {
    expect(judge(`ns1.example.com. ${rname} 1 4h 1h 14d 1h`)).toEqual(found);
  });

  test("is let pass where its domain has a wildcard or is another's", () => {
    expect(judge("ns1.example.com. ann.lee 1 4h 1h 14d 1h", { body: "* MX 10 mx.example.com." })).toEqual([]);
    expect(judge("ns1.example.com. ann.lee.example.net. 1 4h 1h 14d 1h")).toEqual([]);
  });
});

describe("the primary", () => {
  test.each([
    ["ns1.example.com.", []],
    [".", []],
    ["hidden.example.net.", ["soa-mname-not-ns"]],
    ["gone", ["soa-mname-unresolvable"]],
    ["ns1.example.com", ["soa-mname-unresolvable: ."]],
  ])("%s", (mname, found) => {
    expect(judge(`${mname} hostmaster 1 4h 1h 14d 1h`)).toEqual(found);
  });
});

describe("the times", () => {
  test.each([
    ["4h 1h 14d 1h", []],
    ["0 0 0 0", ["soa-zero-timer", "soa-zero-timer", "soa-zero-timer", "soa-minimum-range"]],
    ["1h 1h 14d 1h", ["soa-refresh-retry"]],
    ["4h 1h 5h 1h", ["soa-expire-range"]],
    ["4h 1h 4h 1h", ["soa-expire-refresh"]],
    ["2147483648 1h 14d 1h", ["soa-timer-overflow", "soa-expire-refresh"]],
  ])("%s", (times, found) => {
    expect(judge(`ns1.example.com. hostmaster 1 ${times}`)).toEqual(found);
  });

  test("are read from a SOA in generic form too, without a place inside it", () => {
    const generic = judge("\\# 22 00 00 00000001 00000000 00000e10 00127500 00000e10");
    expect(generic).toEqual(["soa-rname-invalid", "soa-zero-timer"]);
  });
});

describe("a serial that looks like a date", () => {
  const rest = "4h 1h 14d 1h";
  const primary = "ns1.example.com. hostmaster";

  test("is set right where it has not been served, as far as is known", () => {
    expect(
      judge(`${primary} 2062010101 ${rest}`, {
        before: `${primary} 2025123101 ${rest}`,
        serial: "from-file",
        now: "2026-01-02",
      }),
    ).toEqual(["soa-serial-bump-only", "soa-serial-not-date: 2026010201"]);
  });

  test("is only told of where the base has it", () => {
    const soa = `${primary} 2062010101 ${rest}`;
    expect(judge(soa, { before: soa, serial: "from-file" })).toEqual(["soa-serial-not-date"]);
  });

  test("is the bot's own where it writes the serial", () => {
    expect(judge(`${primary} 2062010101 ${rest}`)).toEqual([]);
  });
});
