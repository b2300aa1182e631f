import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { applyEdits, type Diagnostic } from "../../src/diagnostic/index.ts";
import { type LintZone, lint } from "../../src/lint/index.ts";
import { all, lintZone } from "./judge-example.ts";

const SOA = "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n";
const HEAD = `${SOA}@ NS ns1.example.com.\n@ NS ns2.example.com.\n`;

function found(zones: readonly LintZone[], rule: string): readonly Diagnostic[] {
  return lint(zones, zones, { settings: all }).filter((one) => one.rule === rule);
}

function org(body: string, before?: string): LintZone {
  return lintZone({
    origin: "example.org.",
    text: HEAD + body,
    ...(before !== undefined && { before: HEAD + before }),
  });
}

describe("missing glue", () => {
  const child = lintZone({
    origin: "lab.example.org.",
    text: `${SOA}@ NS ns\nns A 192.0.2.53\nns AAAA 2001:db8::53\n`,
  });

  test("is written with the addresses that the child zone has", () => {
    const text = `${HEAD}lab NS ns.lab\nwww A 192.0.2.1\n`;
    const [one] = found([lintZone({ origin: "example.org.", text }), child], "ns-missing-glue");
    expect(one?.message).toContain("write A 192.0.2.53 and AAAA 2001:db8::53 here as glue");
    expect(applyEdits(text, one!.fix!.edits)).toBe(
      `${HEAD}lab NS ns.lab\nns.lab\tA\t192.0.2.53\nns.lab\tAAAA\t2001:db8::53\nwww A 192.0.2.1\n`,
    );
  });

  test("has no fix where nobody knows the address", () => {
    const [one] = found([org("lab NS ns.lab\n")], "ns-missing-glue");
    expect(one?.fix).toBeUndefined();
  });

  test("is not asked for at the apex, nor for the delegated name's neighbour", () => {
    expect(found([org("lab NS ns.mylab\nlab NS ns.example.net.\n")], "ns-missing-glue")).toEqual([]);
  });
});

describe("sibling glue", () => {
  const severities = (body: string) =>
    found([org(body)], "ns-sibling-glue").map(({ line, severity }) => [line, severity]);

  test("is an error on a circle, however long, and what only leads into one is lost too", () => {
    expect(severities("a NS ns.b\nb NS ns.c\nc NS ns.a\nd NS ns.c\n")).toEqual([
      [5, "error"],
      [6, "error"],
      [7, "error"],
      [8, "error"],
    ]);
  });

  test("is a warning where the way ends well, in whatever order", () => {
    expect(severities("a NS ns.b\nb NS ns.c\nc NS ns.example.net.\n")).toEqual([
      [5, "warning"],
      [6, "warning"],
    ]);
  });
});

describe("a new delegation", () => {
  test("lists some of many names that it hides, and counts the others", () => {
    const hosts = Array.from({ length: 8 }, (_, at) => `h${at}.lab A 192.0.2.${at}\n`).join("");
    const [one] = found([org(`lab NS ns1.example.net.\n${hosts}`, hosts)], "deleg-added");
    expect(one?.message).toMatch(/h0\.lab\.example\.org\., .*h4\.lab\.example\.org\. and 3 more$/);
  });

  test("hides nothing that was delegated before", () => {
    const before = "a.lab NS ns1.example.net.\nx.a.lab TXT x\n";
    expect(found([org(`lab NS ns1.example.net.\n${before}`, before)], "deleg-added")).toHaveLength(0);
  });
});

describe("a name that is removed", () => {
  test("is told once where somebody points at it, in any zone of the view", () => {
    const zones = [
      org("www A 192.0.2.1\n", "www A 192.0.2.1\nmail A 192.0.2.25\n"),
      lintZone({
        origin: "example.net.",
        text: `${HEAD}@ MX 10 MAIL.example.org.\nftp CNAME mail.example.org.\n`,
      }),
      lintZone({ origin: "example.com.", view: "inside", text: `${HEAD}@ MX 10 mail.example.org.\n` }),
    ];
    expect(found(zones, "cname-target-removed").map(({ message }) => message)).toEqual([
      "example.net. MX leads to mail.example.org., which this change removes from example.org.default.zone; point it elsewhere, or keep the name",
      "ftp.example.net. CNAME leads to mail.example.org., which this change removes from example.org.default.zone; point it elsewhere, or keep the name",
    ]);
    expect(found(zones, "cname-dangling")).toEqual([]);
  });

  test("that has its records under another name now is pointed at there", () => {
    const alias = "ftp CNAME mail.example.org.\n";
    const net = lintZone({ origin: "example.net.", text: HEAD + alias });
    const records = (name: string) => `${name} A 192.0.2.25\n${name} A 192.0.2.26\n`;
    const [one] = found([org(records("post"), records("mail")), net], "cname-target-removed");
    expect(one?.message).toContain("; its records are now at post.example.org.");
    expect(applyEdits(HEAD + alias, one!.fix!.edits)).toBe(`${HEAD}ftp CNAME post.example.org.\n`);
    const unclear = [org(records("post") + records("smtp"), records("mail")), net];
    expect(found(unclear, "cname-target-removed")[0]?.fix).toBeUndefined();
  });

  test("may go where another zone, or a wildcard, answers for it now", () => {
    const zones = [
      org("* A 192.0.2.9\nwww CNAME a\n", "a A 192.0.2.1\nb.lab A 192.0.2.2\nwww CNAME a\n"),
      lintZone({ origin: "lab.example.org.", text: `${HEAD}b A 192.0.2.2\n` }),
    ];
    expect(found(zones, "cname-target-removed")).toEqual([]);
  });
});

describe("parent and child", () => {
  test("with one nameserver exchanged: the fix names the child's", () => {
    const text = `${HEAD}lab NS ns1.example.com.\nlab NS old.example.com.\n`;
    const zones = [
      lintZone({ origin: "example.org.", text }),
      lintZone({ origin: "lab.example.org.", text: HEAD }),
    ];
    const [parent, ...more] = found(zones, "ns-parent-child-mismatch");
    expect(applyEdits(text, parent!.fix!.edits)).toBe(
      `${HEAD}lab NS ns1.example.com.\nlab NS ns2.example.com.\n`,
    );
    expect(more).toEqual([]);
  });

  test("with one nameserver more in the child: what the parent lacks, and where", () => {
    const zones = [org("lab NS ns1.example.com.\n"), lintZone({ origin: "lab.example.org.", text: HEAD })];
    const [child] = found(zones, "ns-parent-child-mismatch");
    expect(child?.message).toContain(
      'add "lab.example.org. NS ns2.example.com." to example.org.default.zone after line 5',
    );
  });

  test("are not compared where one of them could not be read in full", () => {
    const zones = [org("lab NS old.example.com.\n"), lintZone({ origin: "lab.example.org.", text: HEAD })];
    const cut = zones.map((zone) => ({ ...zone, incomplete: true }));
    for (const pair of [[zones[0]!, cut[1]!] as const, [cut[0]!, zones[1]!] as const]) {
      expect(found(pair, "ns-parent-child-mismatch")).toEqual([]);
    }
  });
});

const name = fc.constantFrom("@", "a", "b", "a.b", "c.a.b", "*.b", "ns.a", "10", "1.2");
const data = fc.oneof(
  fc.constantFrom("A 192.0.2.1", "AAAA 2001:db8::1", "A 10.0.0.1", "TXT x", "NS \\# 1 00"),
  fc
    .tuple(
      fc.constantFrom("CNAME", "NS", "DNAME", "MX 10", "PTR"),
      fc.oneof(name, fc.constantFrom(".", "a.example.net.", "ns")),
    )
    .map((pair) => pair.join(" ")),
);
const body = fc
  .array(
    fc.tuple(name, data).map((pair) => `${pair.join(" ")}\n`),
    { maxLength: 12 },
  )
  .map((lines) => lines.join(""));

test("whatever parents, children, reverse zones and their base hold, no rule stops", () => {
  fc.assert(
    fc.property(body, body, body, body, (parent, before, child, reverse) => {
      const zones = [
        org(parent, before),
        lintZone({ origin: "a.example.org.", text: HEAD + child }),
        lintZone({ origin: "0.192.in-addr.arpa.", text: HEAD + reverse, before: HEAD + child }),
        lintZone({ origin: "1.0.0.2.ip6.arpa.", text: HEAD + child }),
      ];
      const faults = lint(zones, zones, { settings: all }).filter(({ rule }) => rule.startsWith("internal/"));
      expect(faults).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
