import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Plan, planZones, renderPlan } from "../../src/plan/index.ts";
import { planned } from "./zone-text.ts";

/** TXT data of some text, in strings of at most 200 characters. */
const txt = (text: string) =>
  text
    .match(/.{1,200}/g)!
    .map((part) => `"${part}"`)
    .join(" ");

const change = (before: readonly string[], after: readonly string[]): Plan =>
  planZones(
    [planned("acme.example", before.map((text) => `t TXT ${txt(text)}`).join("\n"))],
    [planned("acme.example", after.map((text) => `t TXT ${txt(text)}`).join("\n"))],
  );

/** What markdown shows of records that go and come, without the sign. */
const shown = (plan: Plan) => {
  const lines = renderPlan(plan, "markdown").split("\n");
  const of = (sign: string) =>
    lines.filter((line) => line.startsWith(`${sign} t.`)).map((line) => line.slice(1));
  return { gone: of("-"), come: of("+") };
};

const senders = (count: number) => Array.from({ length: count }, (_, at) => `ip4:192.0.2.${at}/32`).join(" ");

describe("a record too long to be shown is cut where it differs", () => {
  test("an SPF record whose include is another, 1,500 characters in", () => {
    const spf = (include: string) => `v=spf1 ${senders(80)} include:${include} ${senders(60)} -all`;
    expect(spf("").indexOf("include:")).toBeGreaterThan(1_400);
    const plan = change([spf("_spf.good.example")], [spf("_spf.evil.example")]);
    const { gone, come } = shown(plan);
    expect(gone[0]).toMatch(/TXT … \([\d,]+ characters in common\) … .{0,45}good\.example/);
    expect(come[0]).toMatch(/TXT … \([\d,]+ characters in common\) … .{0,45}evil\.example/);
    expect(come[0]).toMatch(/… \([\d,]+ more characters in common\)$/);
    for (const format of ["text", "json"] as const) {
      expect(renderPlan(plan, format).match(/ip4:192\.0\.2\.7\/32/g)).toHaveLength(4);
    }
  });

  test("a key that differs at its end", () => {
    const key = (last: string) => `v=DKIM1; k=rsa; p=${"QUJD".repeat(400)}${last}`;
    const { gone, come } = shown(change([key("AQAB")], [key("AQAC")]));
    expect(gone[0]).toMatch(/QUJDAQAB"$/);
    expect(come[0]).toMatch(/QUJDAQAC"$/);
  });

  test("one that ends sooner", () => {
    const { gone, come } = shown(change([`${"a".repeat(2_000)}`], [`${"a".repeat(1_800)}`]));
    expect(gone[0]).not.toBe(come[0]);
  });

  test("and says where more of it differs than is shown", () => {
    const text = (first: string, last: string) => `${first}${"x".repeat(3_000)}${last}`;
    const { gone, come } = shown(change([text("1", "a")], [text("2", "b")]));
    expect(gone[0]).toContain("more characters, changed beyond what is shown)");
    expect(come[0]).toContain("more characters, changed beyond what is shown)");
  });

  test("beside the one most like it, where several change", () => {
    const long = (head: string, tail: string) => `${head}${"x".repeat(1_500)}${tail}`;
    const { gone, come } = shown(change([long("z", "1"), "short"], [long("a", "1"), long("z", "2")]));
    expect(gone.find((line) => line.includes("in common"))).toContain('x1"');
    expect(come.find((line) => line.includes("in common"))).toContain('x2"');
  });

  test("never alike on both sides", () => {
    const part = fc.constantFrom("a", "b", "x".repeat(30), "x".repeat(700), "y".repeat(1_100));
    const record = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
    const set = fc.uniqueArray(record, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(set, set, (before, after) => {
        const { gone, come } = shown(change(before, after));
        expect(gone).toHaveLength(before.filter((text) => !after.includes(text)).length);
        expect(come.filter((line) => gone.includes(line))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
