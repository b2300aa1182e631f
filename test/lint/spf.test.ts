import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseName } from "../../src/dns/index.ts";
import { RepositoryWorld } from "../../src/lint/engine/index.ts";
import { exampleZone } from "../../src/lint/example.ts";
import { LookupCounter, readSpf, readTerm } from "../../src/lint/mail/index.ts";
import { lintZone } from "./judge-example.ts";

describe("a term of SPF", () => {
  test.each([
    "all",
    "-ALL",
    "a",
    "a/24",
    "a//64",
    "a/24//64",
    "a:mail.example.com",
    "mx:%{d}/30",
    "ptr",
    "ptr:example.com",
    "ip4:192.0.2.1",
    "ip4:0.0.0.0/0",
    "ip6:2001:db8::/32",
    "ip6:::1",
    "ip6:::ffff:192.0.2.1",
    "include:_spf.example.com.",
    "?exists:%{ir}.%{l1r+-}._spf.%{d}",
    "redirect=example.com",
    "exp=%{i}.why.%{d2}",
    "moo=",
    "rp=100",
    "x-a.b_c=%{d}%%%_%-",
  ])("may be %s (RFC 7208 §12)", (text) => expect(readTerm(text).problem).toBeUndefined());

  test.each([
    ["ip:192.0.2.1", "ip4:192.0.2.1"],
    ["-ipv6:2001:db8::1", "-ip6:2001:db8::1"],
    ["ip=192.0.2.0/24", "ip4:192.0.2.0/24"],
    ["192.0.2.0/24", "ip4:192.0.2.0/24"],
    ["ip4:2001:db8::1", "ip6:2001:db8::1"],
    ["ip4:mail.example.com", "a:mail.example.com"],
    ["include=example.com", "include:example.com"],
    ["redirect:example.com", "redirect=example.com"],
    ["-redirect=example.com", "redirect=example.com"],
    ["inlcude:example.com", "include:example.com"],
    ["~al", "~all"],
    ["-all.", "-all"],
    ["mx,", "mx"],
    ["redirct=example.com", "redirect=example.com"],
  ])("is not %s, which was meant to be %s", (text, instead) => {
    expect(readTerm(text).problem?.instead).toBe(instead);
  });

  test.each([
    "ip4:192.0.2.1/33",
    "ip4:192.0.2.1/024",
    "ip4:192.0.2.256",
    "ip4",
    "a/33",
    "a//129",
    "a:",
    "include",
    "include:localhost",
    "include:192.0.2.1",
    "include:example.-com",
    "include:%{z}.example.com",
    "include:%{d",
    "include:100%.example.com",
    "exists:%{c}.example.com",
    "v=spf1",
    "=x",
    "foo",
    "example.com",
    "a:exämple.com",
    "all:x",
  ])("is not %s", (text) => expect(readTerm(text).problem?.message).toEqual(expect.any(String)));
});

describe("the strings of an SPF record", () => {
  const terms = (...strings: string[]) => readSpf(strings)?.terms.map(({ text }) => text);

  test("are joined as they are", () => {
    expect(terms("v=spf1 include:_spf.exam", "ple.com -all")).toEqual(["include:_spf.example.com", "-all"]);
    expect(readSpf(["v=spf1 include:_spf.exam", "ple.com -all"])?.missingSpaces).toEqual([]);
  });

  test("lack a space where a term ends and another begins", () => {
    expect(readSpf(["v=spf1", "mx", "ip4:192.0.2.1", "-all"])).toMatchObject({ missingSpaces: [6, 8, 21] });
    expect(terms("v=spf1", "mx", "ip4:192.0.2.1", "-all")).toEqual(["mx", "ip4:192.0.2.1", "-all"]);
  });

  test("that are long may have been cut anywhere", () => {
    const long = `v=spf1 ${"ip4:192.0.2.1 ".repeat(16)}include:a.example.c`;
    expect(readSpf([long, "a -all"])?.missingSpaces).toEqual([]);
    expect(readSpf([long, "ip4:192.0.2.9 -all"])?.missingSpaces).toEqual([long.length]);
  });

  test("are no SPF without the version and a space", () => {
    expect(terms("v=spf10 -all")).toBeUndefined();
    expect(terms("v=spf1")).toEqual([]);
    expect(terms(" v=spf1 -all")).toBeUndefined();
  });

  test("never make it throw, and no character but spaces is lost", () => {
    const piece = fc.oneof(
      fc.constantFrom("v=spf1", " ", "include:", "a", "ip4:192.0.2.1", "%{d}", "/24", "-all", "redirect="),
      fc.string({ unit: "binary-ascii", maxLength: 8 }),
    );
    const string = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.array(string, { minLength: 1, maxLength: 5 }), (rest) => {
        const strings = [`v=spf1 ${rest[0]}`, ...rest.slice(1)];
        const record = readSpf(strings)!;
        const read = record.terms.map(({ text }) => text).join("");
        expect(read).toBe(strings.join("").slice(6).replaceAll(" ", ""));
      }),
    );
  });
});

describe("the lookups of an SPF record", () => {
  const count = (record: string, body = "") => {
    const world = new RepositoryWorld([lintZone(exampleZone("example.org.", body))]);
    const counter = new LookupCounter(world, "default");
    return counter.count(parseName("mail.example.org."), readSpf([record])!);
  };

  test("are those of RFC 7208 §4.6.4", () => {
    expect(
      count("v=spf1 a:x.example ip4:192.0.2.1 mx:x.example ptr exists:x.example exp=x.example -all"),
    ).toMatchObject({ lookups: 4, isExact: true });
  });

  test("end with all, and do not go by a redirect then", () => {
    expect(count("v=spf1 redirect=x.example a:x.example -all a:y.example")).toMatchObject({ lookups: 1 });
    expect(count("v=spf1 redirect=x.example a:x.example")).toMatchObject({ lookups: 2, isExact: false });
  });

  test("are counted through includes, each time", () => {
    const body = `
      a TXT "v=spf1 include:b.example.org include:b.example.org -all"
      b TXT "v=spf1 mx:x.example a:x.example -all"
    `;
    expect(count("v=spf1 include:a.example.org -all", body)).toMatchObject({ lookups: 7, isExact: true });
  });

  test("that lead out of the repository, or by a macro, cost one at least", () => {
    expect(count("v=spf1 include:%{d}.example include:_spf.example.com")).toMatchObject({
      lookups: 2,
      isExact: false,
    });
  });

  test("that find nothing are told, each name once", () => {
    const { voids } = count("v=spf1 a a:gone.example.org mx:gone.example.org a:gone.example.org -all");
    expect(voids).toEqual(["mail.example.org.", "gone.example.org."]);
  });

  test("never end in a loop, which is told", () => {
    const body = `
      a TXT "v=spf1 include:b.example.org"
      b TXT "v=spf1 include:A.example.org"
    `;
    expect(count("v=spf1 include:a.example.org", body).loop).toEqual([
      "a.example.org.",
      "b.example.org.",
      "a.example.org.",
    ]);
  });

  test("stay a number where each record includes the next twice", () => {
    const lines = Array.from(
      { length: 40 },
      (_, at) => `n${at} TXT "v=spf1 include:n${at + 1}.example.org include:n${at + 1}.example.org"`,
    );
    expect(count("v=spf1 include:n0.example.org", lines.join("\n")).lookups).toBeGreaterThan(10);
  });
});
