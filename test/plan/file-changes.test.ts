import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { planTrees, start } from "./trees.ts";

const ZONE = "zones/acme.example.zone";
const hosts = "a A 192.0.2.1\nb A 192.0.2.2\nc 60 A 192.0.2.3\n";

/** What is said of the edits of one zone file. */
const edits = (before: string, after: string) => planTrees({ [ZONE]: before }, { [ZONE]: after }).files;

describe("an edited directive shows what it changes on other lines", () => {
  test("$TTL", () => {
    expect(edits(`$TTL 1h\n${start}${hosts}`, `$TTL 5m ; less\n${start}${hosts}`)).toMatchObject([
      {
        file: ZONE,
        lines: 1,
        readBy: 1,
        included: false,
        directives: [
          {
            directive: "$TTL",
            line: 1,
            before: "$TTL 1h",
            after: "$TTL 5m ; less",
            effect: { counts: { added: 0, changed: 2, removed: 0 }, zones: 1 },
          },
        ],
      },
    ]);
  });

  test("$ORIGIN", () => {
    const text = (origin: string) => `$TTL 60\n${start}$ORIGIN ${origin}.acme.example.\n${hosts}`;
    expect(edits(text("lab"), text("test"))[0]!.directives).toMatchObject([
      { directive: "$ORIGIN", line: 5, effect: { counts: { added: 3, changed: 0, removed: 3 } } },
    ]);
  });

  test("$GENERATE", () => {
    const text = (last: number) => `$TTL 60\n${start}$GENERATE 1-${last} h$ A 10.0.0.$\n`;
    expect(edits(text(200), text(50))[0]!.directives).toMatchObject([
      { directive: "$GENERATE", line: 5, effect: { counts: { added: 0, changed: 0, removed: 150 } } },
    ]);
  });

  test("$INCLUDE that comes, goes, or names another file", () => {
    const inc = { "zones/inc/a.inc": hosts, "zones/inc/b.inc": hosts.replace("a A", "z A") };
    const zone = (line: string) => ({ ...inc, [ZONE]: `$TTL 60\n${start}${line}` });
    const include = (path: string) => `$INCLUDE inc/${path}.inc\n`;
    const directives = (before: string, after: string) =>
      planTrees(zone(before), zone(after)).files.flatMap((file) => file.directives);
    expect(directives("", include("a"))).toEqual([
      {
        directive: "$INCLUDE",
        line: 5,
        after: "$INCLUDE inc/a.inc",
        effect: { counts: { added: 3, changed: 0, removed: 0 }, zones: 1 },
      },
    ]);
    expect(directives(include("a"), "")).toMatchObject([
      { before: "$INCLUDE inc/a.inc", line: 5, effect: { counts: { removed: 3 } } },
    ]);
    expect(directives(include("a"), include("b"))).toMatchObject([
      { effect: { counts: { added: 1, changed: 0, removed: 1 } } },
    ]);
  });

  test("each by itself, beside edited records", () => {
    const before = `$TTL 1h\n${start}${hosts}$ORIGIN lab.acme.example.\nx A 192.0.2.9\n`;
    const after = `$TTL 5m\n${start}${hosts}d A 192.0.2.4\n$ORIGIN new.acme.example.\nx A 192.0.2.9\n`;
    expect(edits(before, after)[0]!.directives).toMatchObject([
      { directive: "$TTL", effect: { counts: { added: 0, changed: 4, removed: 0 } } },
      { directive: "$ORIGIN", line: 9, effect: { counts: { added: 1, changed: 0, removed: 1 } } },
    ]);
  });

  test("but not where it changes nothing, as another spelling", () => {
    const [file] = edits(`$TTL 1h\n${start}${hosts}`, `$TTL 3600\n${start}${hosts}d A 192.0.2.4\n`);
    expect(file!.directives).toEqual([]);
  });
});

describe("an included file", () => {
  const zones = (inc: string, more = "") => ({
    "zones/inc/common.inc": inc,
    "zones/a.example.zone": `$TTL 60\n${start}$INCLUDE inc/common.inc\n${more}`,
    "zones/b.example.zone": `$TTL 60\n${start}$INCLUDE inc/common.inc\n`,
    "zones/c.example.zone": `$TTL 60\n${start}`,
  });

  test("shows how many zones read it, and what changes in them", () => {
    expect(planTrees(zones("w A 192.0.2.1\n"), zones("w A 192.0.2.2\n")).files).toEqual([
      {
        file: "zones/inc/common.inc",
        lines: 1,
        readBy: 2,
        included: true,
        effect: { counts: { added: 0, changed: 2, removed: 0 }, zones: 2 },
        directives: [],
      },
    ]);
  });

  test("is not blamed for what another file changes", () => {
    const after = zones("w A 192.0.2.2\n", "x A 192.0.2.7\ny A 192.0.2.8\n");
    const files = planTrees(zones("w A 192.0.2.1\n"), after).files;
    expect(files.map(({ file, effect }) => [file, effect?.counts])).toEqual([
      ["zones/a.example.zone", { added: 2, changed: 0, removed: 0 }],
      ["zones/inc/common.inc", { added: 0, changed: 2, removed: 0 }],
    ]);
  });
});

describe("text that changes no record is said to", () => {
  test.each([
    ["comments", "; a\na A 192.0.2.1\n", "; b\na A 192.0.2.1 ; b\n", 2],
    ["order", "a A 192.0.2.1\nb A 192.0.2.2\n", "b A 192.0.2.2\na A 192.0.2.1\n", 2],
    ["letter case", "a A 192.0.2.1\n", "A a 192.0.2.1\n", 1],
    ["spelling of a TTL", "a 3600 A 192.0.2.1\n", "a 1h A 192.0.2.1\n", 1],
    ["line ends", "a A 192.0.2.1\n", "a A 192.0.2.1\r\n", 1],
    ["a missing line end", "a A 192.0.2.1\n", "a A 192.0.2.1", 1],
  ])("%s", (_what, before, after, most) => {
    const plan = planTrees({ [ZONE]: `$TTL 60\n${start}${before}` }, { [ZONE]: `$TTL 60\n${start}${after}` });
    expect(plan.empty).toBe(true);
    expect(plan.files).toMatchObject([{ file: ZONE, effect: { zones: 0 }, directives: [] }]);
    expect(plan.files[0]!.lines).toBeGreaterThan(0);
    expect(plan.files[0]!.lines).toBeLessThanOrEqual(most);
  });

  test("also in one file of two, where the other changes records", () => {
    const tree = (comment: string, host: string) => ({
      "zones/inc/x.inc": `; ${comment}\nw A 192.0.2.1\n`,
      [ZONE]: `$TTL 60\n${start}$INCLUDE inc/x.inc\n${host}`,
    });
    const { files } = planTrees(tree("one", ""), tree("two", "h A 192.0.2.5\n"));
    expect(files.map(({ file, effect }) => [file, effect?.zones])).toEqual([
      [ZONE, 1],
      ["zones/inc/x.inc", 0],
    ]);
  });
});

test("beyond the fiftieth directive of a file there is no count, rather than a wrong one", () => {
  const text = (ttl: number) =>
    start + Array.from({ length: 52 }, (_, at) => `$TTL ${ttl + at}\nh${at} A 192.0.2.1\n`).join("");
  const { directives } = edits(text(100), text(1_000))[0]!;
  expect(directives.map(({ effect }) => effect?.counts.changed)).toEqual([
    ...Array(50).fill(1),
    undefined,
    undefined,
  ]);
});

test("whatever lines move, come or go: the digest is of records alone, and no edit is claimed to do more than all", () => {
  const line = fc.constantFrom(
    "$TTL 60",
    "$TTL 300",
    "$ORIGIN lab.acme.example.",
    "$ORIGIN acme.example.",
    "$GENERATE 1-3 g$ A 10.0.0.$",
    "; words",
    "a A 192.0.2.1",
    "b A 192.0.2.2",
    "c 60 A 192.0.2.3",
  );
  const content = fc.array(line, { maxLength: 12 });
  fc.assert(
    fc.property(content, content, (one, two) => {
      const text = (lines: readonly string[]) => `$TTL 900\n${start}${lines.join("\n")}\n`;
      const plan = planTrees({ [ZONE]: text(one) }, { [ZONE]: text(two) });
      const [file] = plan.files;
      expect(file === undefined).toBe(text(one) === text(two));
      if (!file) return;
      expect(file.effect!.zones === 0).toBe(plan.empty);
      if (!plan.empty) expect(file.effect!.counts).toEqual(plan.zones[0]!.counts);
      for (const { effect } of file.directives) expect(effect!.zones).toBe(1);
      const shuffled = planTrees({ [ZONE]: text(one) }, { [ZONE]: `; moved\n${text(two)}` });
      expect(shuffled.digest).toBe(plan.digest);
    }),
    { numRuns: 150 },
  );
});
