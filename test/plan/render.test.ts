import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "@jest/globals";
import colors from "picocolors";
import { defaultGuards, judgeGuards, type Plan, planZones, renderPlan } from "../../src/plan/index.ts";
import { planTrees, start } from "./trees.ts";
import { planned } from "./zone-text.ts";

const before =
  "web 3600 A 192.0.2.1\nwww 300 CNAME web\nold 60 A 192.0.2.9\nset 300 A 192.0.2.1\nset 300 A 192.0.2.2";
const after = "web 3600 A 192.0.2.2\nwww 300 CNAME web\nnew 300 A 192.0.2.3\nset 300 A 192.0.2.1";
const plan = planZones([planned("acme.example", before)], [planned("acme.example", after)]);

test("text: counts, one line a record, who is affected, how long", () => {
  expect(renderPlan(plan, "text")).toBe(`1 zone changes: 1 record added, 1 changed, 2 removed

Changes
  acme.example.
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

test("markdown: the same, as a diff, what is said of the whole plan folded", () => {
  const text = renderPlan(plan, "markdown");
  expect(text).toContain("**1 zone changes: 1 record added, 1 changed, 2 removed**\n\n#### Changes\n\n");
  expect(text).toContain(
    "```diff\n@@ acme.example. @@\n+ new.acme.example. 300 A 192.0.2.3\n- old.acme.example. 60 A 192.0.2.9\n",
  );
  expect(text).toContain(
    "<details><summary>Who is affected: 1 record leads to 1 name</summary>\n\n" +
      "- `www.acme.example.` CNAME leads to `web.acme.example.`\n\n</details>",
  );
  expect(text).toContain("<summary>How long resolvers may keep what was: up to 1 h</summary>");
  expect(text).toContain("- up to 1 h for the old answer to `web.acme.example.` A");
});

test("json is the plan, with the guards it goes over", () => {
  const guards = [{ guard: "records", why: "too much", approvals: 3 }];
  expect(JSON.parse(renderPlan(plan, "json", { guards }))).toEqual({
    ...JSON.parse(JSON.stringify(plan)),
    guards,
  });
});

test("text has colours only where it is given any", () => {
  const paint = colors.createColors(true);
  expect(renderPlan(plan, "text")).not.toContain("\u001b");
  const coloured = renderPlan(plan, "text", { paint });
  expect(coloured).toContain(paint.green("+ new.acme.example. 300 A 192.0.2.3"));
  expect(stripVTControlCharacters(coloured)).toBe(renderPlan(plan, "text"));
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
    files: [],
    paths: [],
    zones: [
      {
        zone: "acme.example.",
        view: "default",
        state: "changed",
        changes: [{ op: "add", after: { owner, type: "TXT", ttl: 60, rdata: [rdata] } }],
        counts: { added: 1, changed: 0, removed: 0 },
        size: 1,
        renames: [],
        risks: [],
        dependants: [],
        dependantsComplete: true,
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

  test("nothing that a zone file can hold gets out of code, wherever it is said", () => {
    const owner = "\\`\\`\\`\\010</details><h1>\\@mia";
    const tree = (ttl: string, last: number) => ({
      "zones/inc/`<b>@x.inc": `${owner} A 192.0.2.${last}\nc\`@d CNAME ${owner}\n`,
      "zones/acme.example.zone": `$TTL ${ttl} ; \`\`\` @mia é <b>\n${start}$INCLUDE inc/\`<b>@x.inc\nt TXT "\`\`\`\\010@mia ${ttl}"\n`,
    });
    const text = renderPlan(planTrees(tree("60", 1), tree("90", 2)), "markdown");
    const outside = text
      .replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, "")
      .replace(/(?<!`)(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, "");
    expect(outside).not.toMatch(/[`@]|<(?!\/?(?:details|summary)>)|mia|everyone/);
    expect(text.match(/<\/details>(?=$)/gm)).toHaveLength(text.match(/^<details>/gm)!.length);
    expect(text).toContain("é");
  });

  test("one long record is shortened, and says by how much", () => {
    const text = renderPlan(withRecord("x".repeat(100_000)), "markdown");
    expect(text.length).toBeLessThan(3_000);
    expect(text).toMatch(/x… \(99,0\d\d more characters\)/);
  });
});

describe("a plan too long for a comment", () => {
  const hosts = (count: number, last: number) =>
    Array.from({ length: count }, (_, i) => `host${i} A 10.${last}.${i >> 8}.${i & 255}`).join("\n");
  const mail = (preference: number) => `@ MX ${preference} ns1\n`;
  const long = planZones(
    [planned("acme.example", ""), planned("b.example", mail(1))],
    [planned("acme.example", hosts(5_000, 0)), planned("b.example", mail(2))],
  );
  const command = "zonewright plan --from main --to abc";

  test("is cut at a record, lowest risk first, and says how much is missing and how to see it", () => {
    const text = renderPlan(long, "markdown", { limit: 20_000, command });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(15_000);
    expect(text.indexOf("+ b.example. 3600 MX 2 ns1.b.example.")).toBeLessThan(text.indexOf("+ host0."));
    const shown = text.match(/^\+ host\d+\.acme\.example\. 3600 A 10\.0\.\d+\.\d+$/gm)!.length;
    const missing = (5_000 - shown).toLocaleString("en-GB");
    expect(text).toContain(
      `\n\`\`\`\n\n_Cut here: ${missing} more lines of the plan. \`${command}\` shows all._`,
    );
  });

  test("counts octets, so that no way of counting characters finds it longer", () => {
    const wide = planZones([planned("acme.example", "")], [planned("acme.example", hosts(2_000, 1))]);
    const files = Array.from({ length: 400 }, (_, at) => ({
      file: `zones/${"é漢😀".repeat(30)}${at}.zone`,
      lines: 1,
      readBy: 1,
      included: false,
      effect: { counts: { added: 0, changed: 0, removed: 0 }, zones: 0 },
      directives: [],
    }));
    expect(Buffer.byteLength(renderPlan({ ...wide, files }, "markdown"))).toBeLessThanOrEqual(60_000);
  });

  test("stays whole as text", () => {
    expect(renderPlan(long, "text").match(/^ {4}\+ host/gm)).toHaveLength(5_000);
  });
});

test("what much of a zone is removed by stands with the reason, what it gains apart", () => {
  const hosts = (count: number) => Array.from({ length: count }, (_, at) => `h${at} A 192.0.2.1\n`).join("");
  const plan = planZones(
    [planned("acme.example", hosts(20))],
    [planned("acme.example", `${hosts(10)}new A 192.0.2.2`)],
  );
  const [risky, other] = renderPlan(plan, "markdown").split("#### Other changes");
  expect(risky).toMatch(/High risk[\s\S]*large share[\s\S]*^- h19\.acme/m);
  expect(risky).not.toContain("new.acme");
  expect(other).toMatch(/^\+ new\.acme/m);
});

describe("changes by risk", () => {
  const soa = "@ 3600 SOA ns1 host 1 7200 1800 1209600 300\n@ 3600 NS ns1\nns1 3600 A 192.0.2.53\n";
  const one = planZones(
    [
      planned(
        "acme.example",
        `${soa}@ 3600 MX 10 mx\nwww 300 A 192.0.2.1\nshop 300 CNAME www\nold 60 TXT x\n`,
      ),
    ],
    [
      planned(
        "acme.example",
        `${soa}@ 3600 NS ns.theirs.example.\n@ 3600 MX 10 mx2\nwww 300 A 192.0.2.2\nshop 300 CNAME www\nnew 60 TXT x\n`,
      ),
      planned("fresh.example", "a A 192.0.2.9"),
    ],
  );
  const guards = judgeGuards(one, defaultGuards);

  test("the highest first, with the reasons above each part", () => {
    expect(
      renderPlan(one, "markdown", { guards }),
    ).toBe(`**2 zones change: 6 records added, 2 changed, 1 removed; 1 name renamed**

> [!WARNING]
> - apex NS: 1 record of \`acme.example.\` would be added: needs one approval more than usual

- \`acme.example.\`: 2 records added, 2 changed, 1 removed
- \`fresh.example.\` (new zone): 4 records added, 0 changed, 0 removed

#### 🔴 High risk

- **apex NS** \`acme.example.\` NS: the zone names other nameservers than before: all of them have to serve it, and the parent to agree

\`\`\`diff
@@ acme.example. @@
+ acme.example. 3600 NS ns.theirs.example.
\`\`\`

#### 🟠 Medium risk

- **MX** \`acme.example.\` MX: mail for this domain goes elsewhere
- **critical name** \`acme.example.\` MX and \`www.acme.example.\` A: a critical name gives another answer (1 record leads there)

\`\`\`diff
@@ acme.example. @@
- acme.example. 3600 MX 10 mx.acme.example.
+ acme.example. 3600 MX 10 mx2.acme.example.
- www.acme.example. 300 A 192.0.2.1
+ www.acme.example. 300 A 192.0.2.2
\`\`\`

#### 🟡 Low risk

- **zone added** \`fresh.example.\`: the zone is new: its parent has to delegate it before it is found

\`\`\`diff
@@ fresh.example. (new zone) @@
+ fresh.example. 3600 NS ns1.fresh.example.
+ fresh.example. 3600 SOA ns1.fresh.example. hostmaster.fresh.example. (managed) 7200 1800 1209600 300
+ a.fresh.example. 3600 A 192.0.2.9
+ ns1.fresh.example. 3600 A 192.0.2.53
\`\`\`

#### Other changes

\`\`\`diff
@@ acme.example. @@
! old.acme.example. is now new.acme.example.
  new.acme.example. 60 TXT "x"
\`\`\`

<details><summary>Who is affected: 1 record leads to 1 name</summary>

- \`shop.acme.example.\` CNAME leads to \`www.acme.example.\`

</details>

<details><summary>How long resolvers may keep what was: up to 1 h</summary>

- up to 1 h for the old answer to \`acme.example.\` NS and \`acme.example.\` MX
- up to 5 min for “there is no such record” to \`new.acme.example.\` TXT, where somebody asked before
- up to 5 min for the old answer to \`www.acme.example.\` A
- up to 1 min for the old answer to \`old.acme.example.\` TXT

</details>
`);
  });

  test("each change stands under one heading, in every format", () => {
    for (const format of ["text", "markdown"] as const) {
      const text = renderPlan(one, format, { guards });
      for (const record of ["MX 10 mx2.acme.example.", "NS ns.theirs.example.", "A 192.0.2.2"])
        expect(text.split(record)).toHaveLength(2);
    }
    expect(renderPlan(one, "text", { guards })).toContain(
      "guard: apex NS: 1 record of acme.example. would be added",
    );
  });

  test("what edits do beyond their line, and text that changes nothing, is said", () => {
    const tree = (ttl: string, comment: string, address: string) => ({
      "zones/inc/web.inc": `www A ${address}\n`,
      "zones/a.example.zone": `$TTL ${ttl}\n${soa}x A 192.0.2.1\n$INCLUDE inc/web.inc\n`,
      "zones/b.example.zone": `; ${comment}\n$TTL 60\n${soa}`,
      "zones/c.example.zone": `$TTL 60\n${soa}$INCLUDE inc/web.inc\n`,
    });
    const edited = planTrees(tree("1h", "one", "192.0.2.1"), tree("5m", "two", "192.0.2.2"));
    expect(renderPlan(edited, "text")).toContain(`Edits that reach beyond their line, or change nothing:
  $TTL 1h is now $TTL 5m on line 1 of zones/a.example.zone: 2 records changed
  1 line changed in zones/b.example.zone; no record changes (order, letter case, comments, spelling, or a serial that is not the file's to set)
  zones/inc/web.inc is read by 2 zones: 2 records changed in 2 zones
`);
    expect(renderPlan(edited, "markdown")).toContain(
      "- `$TTL 1h` is now `$TTL 5m` on line 1 of `zones/a.example.zone`: ",
    );
  });
});
