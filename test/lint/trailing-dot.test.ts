import { describe, expect, test } from "@jest/globals";
import { type LintZone, lint } from "../../src/lint/index.ts";
import { lintZone } from "./judge-example.ts";

const HEAD = "$TTL 1h\n@ SOA ns.example.com. h.example.com. 1 2h 1h 14d 1h\n@ NS ns.example.com.\n";

function zone(origin: string, body: string): LintZone {
  return lintZone({ origin, text: HEAD + body });
}

function found(body: string, ...others: LintZone[]) {
  const judged = zone("example.org.", body);
  return lint([judged, ...others], [judged]);
}

function ruleIds(body: string, ...others: LintZone[]): string[] {
  return found(body, ...others).map((d) => d.rule);
}

describe("missing-trailing-dot-target", () => {
  test("says what the target means now, what was probably meant, and why; the fix adds the dot", () => {
    expect(found("www 60 CNAME  nycmeshnet.github.io ; pages\n")).toEqual([
      {
        file: "example.org.default.zone",
        line: 4,
        column: 15,
        endLine: 4,
        endColumn: 35,
        rule: "missing-trailing-dot-target",
        severity: "error",
        message:
          '"nycmeshnet.github.io" has no final dot and so means nycmeshnet.github.io.example.org., which does not exist; ' +
          "probably nycmeshnet.github.io. was meant: it ends with a top-level domain",
        fix: {
          title: 'end the name with a dot: "nycmeshnet.github.io."',
          edits: [{ line: 4, column: 35, endLine: 4, endColumn: 35, text: "." }],
        },
        subject: expect.stringMatching(/^www\.example\.org\. CNAME /),
      },
    ]);
  });

  test("gives the reason that is strongest", () => {
    const other = zone("example.net.", "web A 192.0.2.1\n");
    expect(found("www CNAME web.example.net\n", other)[0]!.message).toMatch(
      /: that name exists in this repository$/,
    );
    expect(found("www CNAME web.example.org\n")[0]!.message).toMatch(/: it already ends with the origin$/);
  });

  test.each([
    ["NS", "lab NS ns1.example.net\n"],
    ["MX", "@ MX 10 mail.example.net\n"],
    ["SRV", "_sip._tcp SRV 0 0 5060 sip.example.net\n"],
    ["HTTPS", "@ HTTPS 1 web.example.net alpn=h2\n"],
    ["PTR", "1 PTR host.example.net\n"],
    ["DNAME", "old DNAME new.example.net\n"],
    ["CNAME over several lines", "www CNAME ( ; here\n  web.example.net )\n"],
    ["CNAME in upper case", "WWW cname WEB.EXAMPLE.NET\n"],
    ["CNAME with an internationalised top-level domain", "www CNAME xn--e1afmkfd.xn--p1ai\n"],
  ])("judges the target of %s, once", (_type, body) => {
    expect(ruleIds(body)).toEqual(["missing-trailing-dot-target"]);
  });

  test("believes the zone, not the look of the name, when the completed name exists", () => {
    expect(ruleIds("www CNAME web.example.net\nweb.example.net A 192.0.2.1\n")).toEqual([]);
  });

  test("leaves a missing name in a subdomain that happens to be a top-level domain to cname-dangling", () => {
    expect(ruleIds("db.prod A 192.0.2.1\nwww CNAME web.prod\n")).toEqual(["cname-dangling"]);
    expect(ruleIds("www CNAME prod\n")).toEqual(["cname-dangling"]);
  });

  test("takes the origin in force at the record", () => {
    const body =
      "$ORIGIN lab.example.org.\nwww CNAME one.lab\nwww2 CNAME two.lab.example.org\none.lab A 192.0.2.1\n";
    const diagnostics = found(body);
    expect(diagnostics.map((d) => [d.rule, d.line])).toEqual([["missing-trailing-dot-target", 6]]);
    expect(diagnostics[0]!.message).toContain("means two.lab.example.org.lab.example.org.,");
  });

  test("says when only a wildcard answers, and is silent where nothing else speaks for the dot", () => {
    const wildcard = "* A 192.0.2.1\n";
    expect(found(`${wildcard}www CNAME web.example.org\n`)[0]!.message).toContain(
      "which only a wildcard answers;",
    );
    expect(ruleIds(`${wildcard}www CNAME nycmeshnet.github.io\n`)).toEqual([]);
  });

  test("does not read the generic form of RFC 3597 as a name", () => {
    // web.example.net.example.org. in wire form
    const wire = "037765620765786d61706c65036e6574076578616d706c65036f726700";
    expect(ruleIds(`www CNAME \\# ${wire.length / 2} ${wire}\n`)).toEqual(["cname-dangling"]);
  });
});

describe("missing-trailing-dot-owner", () => {
  test("says what the owner means now and what was probably meant, on each record it stands on", () => {
    const diagnostics = found("www.example.org A 192.0.2.1\n  AAAA 2001:db8::1\nwww.example.org TXT x\n");
    expect(diagnostics.map((d) => [d.rule, d.line, d.column, d.endColumn])).toEqual([
      ["missing-trailing-dot-owner", 4, 1, 16],
      ["missing-trailing-dot-owner", 6, 1, 16],
    ]);
    expect(diagnostics[0]!.message).toBe(
      '"www.example.org" has no final dot and so means www.example.org.example.org.; ' +
        "probably www.example.org. was meant: it already ends with the zone's name",
    );
    expect(diagnostics[0]!.fix!.edits).toEqual([
      { line: 4, column: 16, endLine: 4, endColumn: 16, text: "." },
    ]);
  });
});
