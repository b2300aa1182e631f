import { describe, expect, test } from "@jest/globals";
import { type Plan, planZones, renderPlan } from "../../src/plan/index.ts";
import { planned } from "./zone-text.ts";

const before =
  "web 3600 A 192.0.2.1\nwww 300 CNAME web\nold 60 A 192.0.2.9\nset 300 A 192.0.2.1\nset 300 A 192.0.2.2";
const after = "web 3600 A 192.0.2.2\nwww 300 CNAME web\nnew 300 A 192.0.2.3\nset 300 A 192.0.2.1";
const plan = planZones([planned("acme.example", before)], [planned("acme.example", after)]);

test("text: counts, one line a record, who is affected, how long", () => {
  expect(renderPlan(plan, "text")).toBe(`1 zone changes: 1 record added, 1 changed, 2 removed

acme.example.: 1 record added, 1 changed, 2 removed
  + new.acme.example. 300 A 192.0.2.3
  - old.acme.example. 60 A 192.0.2.9
  - set.acme.example. 300 A 192.0.2.2
  - web.acme.example. 3600 A 192.0.2.1
  + web.acme.example. 3600 A 192.0.2.2
  Who is affected:
    www.acme.example. CNAME leads to web.acme.example.
  How long resolvers may keep what was:
    up to 1 h for the old answer to web.acme.example. A
    up to 5 min for “there is no such record” to new.acme.example. A, where somebody asked before
    up to 5 min for the old answer to set.acme.example. A
    up to 1 min for the old answer to old.acme.example. A
`);
});

test("markdown: the same, as a diff", () => {
  const text = renderPlan(plan, "markdown");
  expect(text).toContain("**1 zone changes: 1 record added, 1 changed, 2 removed**");
  expect(text).toContain("#### `acme.example.`");
  expect(text).toContain(
    "```diff\n+ new.acme.example. 300 A 192.0.2.3\n- old.acme.example. 60 A 192.0.2.9\n",
  );
  expect(text).toContain("**Who is affected**\n\n- `www.acme.example.` CNAME leads to `web.acme.example.`");
  expect(text).toContain("- up to 1 h for the old answer to `web.acme.example.` A");
});

test("json is the plan", () => {
  expect(JSON.parse(renderPlan(plan, "json"))).toEqual(JSON.parse(JSON.stringify(plan)));
});

test("nothing to do is said in every format", () => {
  const empty = planZones([], []);
  expect(renderPlan(empty, "text")).toBe("No record changes.\n");
  expect(renderPlan(empty, "markdown")).toBe("**No record changes.**\n");
});

describe("record text is an attacker's", () => {
  const withRecord = (rdata: string, owner = "a.acme.example."): Plan => ({
    digest: "",
    empty: false,
    zones: [
      {
        zone: "acme.example.",
        view: "default",
        state: "changed",
        changes: [{ op: "add", after: { owner, type: "TXT", ttl: 60, rdata: [rdata] } }],
        counts: { added: 1, changed: 0, removed: 0 },
        dependants: [],
        exposure: [{ owner, type: "TXT", seconds: 60, why: "absence cached" }],
      },
    ],
  });

  test("a fence in it does not end ours", () => {
    const text = renderPlan(withRecord('"```` @octocat <img src=x>"'), "markdown");
    expect(text).toContain("`````diff\n");
    expect(text.split("\n").filter((line) => line === "`````")).toHaveLength(1);
  });

  test("a backtick in a name stays inside its code span", () => {
    expect(renderPlan(withRecord('"x"', "`<b>`.acme.example."), "markdown")).toContain(
      "`` `<b>`.acme.example. ``",
    );
  });

  test("what is invisible or reverses text is shown, in both formats", () => {
    for (const format of ["text", "markdown"] as const) {
      const text = renderPlan(withRecord('"pay\u202eevil\u200b\u001b[31m"'), format);
      expect(text).toContain("\\u{202e}evil\\u{200b}\\u{1b}[31m");
      expect(text).not.toMatch(/[\u202e\u200b\u001b]/);
    }
  });

  test("one long record is shortened, and says by how much", () => {
    const text = renderPlan(withRecord("x".repeat(100_000)), "markdown");
    expect(text.length).toBeLessThan(3_000);
    expect(text).toMatch(/x… \(99,0\d\d more characters\)/);
  });
});

test("a plan too long for a comment is cut at a record, with a note, and stays whole as text", () => {
  const records = Array.from({ length: 5_000 }, (_, i) => `host${i} A 10.0.${i >> 8}.${i & 255}`).join("\n");
  const long = planZones(
    [planned("acme.example", ""), planned("b.example", "")],
    [planned("acme.example", records), planned("b.example", "x A 192.0.2.1")],
  );
  const text = renderPlan(long, "markdown");
  expect(text.length).toBeLessThanOrEqual(65_000);
  expect(text).toMatch(
    /```\n\n[\d,]+ more lines of this zone\.\n\n_Cut here: 2 zones not shown, or only in part\./,
  );
  const shown = text.match(/^\+ host\d+\.acme\.example\. 3600 A 10\.0\.\d+\.\d+$/gm)!.length;
  expect(text).toContain(`${(5_000 - shown).toLocaleString("en-GB")} more lines`);
  expect(renderPlan(long, "text").match(/^ {2}\+ host/gm)).toHaveLength(5_000);
});
