import { describe, expect, test } from "@jest/globals";
import { type Content, judge, zoneFile } from "./repository.ts";

const acme = "zones/acme.example.zone";
const other = "zones/other.example.zone";
const config = ".github/zonewright.yml";
const dangling = "www CNAME nowhere";

function rulesFound(content: Content, file = acme): string[] {
  const { diagnostics } = judge({}, content, { rules: "after" });
  return diagnostics.filter((one) => one.file === file).map((one) => `${one.rule} ${one.severity}`);
}

function withLint(lint: string, more: Content = {}): Content {
  return { [acme]: zoneFile(dangling), [config]: `version: 1\nlint: ${lint}\n`, ...more };
}

describe("settings of rules", () => {
  test("hold for all zones", () => {
    expect(rulesFound(withLint("{}"))).toEqual(["cname-dangling error"]);
    expect(rulesFound(withLint("{ rules: { cname-dangling: info } }"))).toEqual(["cname-dangling info"]);
  });

  test.each([["zones: [acme.example]"], ["files: [zones/acme*]"], ["views: [default]"]])(
    "hold for those of an override with %s",
    (which) => {
      const lint = `{ overrides: [{ ${which}, rules: { cname-dangling: "off" } }] }`;
      expect(rulesFound(withLint(lint))).toEqual([]);
    },
  );

  test("of an override leave other zones alone, and the last word counts", () => {
    const lint = `{ overrides: [{ zones: ["*.example"], rules: { cname-dangling: "off" } }, { files: [${other}], rules: { cname-dangling: warning } }] }`;
    const content = withLint(lint, { [other]: zoneFile(dangling) });
    expect(rulesFound(content)).toEqual([]);
    expect(rulesFound(content, other)).toEqual(["cname-dangling warning"]);
  });

  test("reach what the parser says, errors aside", () => {
    const crlf = { [acme]: zoneFile("www A 192.0.2.1").replaceAll("\n", "\r\n") };
    expect(rulesFound(withLint("{}", crlf))).toEqual(["enc-crlf warning"]);
    expect(rulesFound(withLint('{ rules: { enc-crlf: "off" } }', crlf))).toEqual([]);
    expect(rulesFound(withLint("{ rules: { enc-crlf: error } }", crlf))).toEqual(["enc-crlf error"]);
  });

  test("ask for rules of a larger set, or by name", () => {
    const mixed = { [acme]: zoneFile("www\tA 192.0.2.1") };
    expect(rulesFound(withLint("{}", mixed))).toEqual([]);
    expect(rulesFound(withLint("{ rules: { enc-tabs-mixed: warning } }", mixed))).toEqual([
      "enc-tabs-mixed warning",
    ]);
    const some = "{ set: all, overrides: [{ files: [zones/acme*], rules: { enc-tabs-mixed: off } }] }";
    expect(rulesFound(withLint(some, mixed))).not.toContain("enc-tabs-mixed info");
    expect(rulesFound(withLint("{ set: all }", mixed))).toContain("enc-tabs-mixed info");
  });

  test("name the servers that portability notes are for", () => {
    const crlf = { [acme]: zoneFile("www A 192.0.2.1").replaceAll("\n", "\r\n") };
    expect(rulesFound(withLint("{ servers: [bind] }", crlf))).toEqual([]);
    expect(rulesFound(withLint("{ servers: [bind, knot] }", crlf))).toEqual(["enc-crlf warning"]);
  });
});

describe("an ignore in a zone file", () => {
  const ignored = `${dangling} ; zonewright-ignore cname-dangling -- the name comes on Monday`;

  test("hides the finding, and is an override where the change brings both", () => {
    const evaluation = judge({ [acme]: zoneFile("") }, { [acme]: zoneFile(ignored) });
    expect(evaluation.diagnostics).toEqual([]);
    expect(evaluation.overrides).toMatchObject([
      {
        diagnostic: { rule: "cname-dangling", severity: "error", line: 7 },
        reason: "the name comes on Monday",
        span: { file: acme, line: 7, column: 19 },
      },
    ]);
  });

  test.each([
    ["the base has the finding already", dangling],
    ["the base has both", ignored],
  ])("is no override where %s", (_, records) => {
    const evaluation = judge({ [acme]: zoneFile(records) }, { [acme]: zoneFile(ignored) });
    expect(evaluation).toMatchObject({ passed: true, overrides: [], diagnostics: [] });
  });

  test("of what is only a warning is no override", () => {
    const twice = "x A 192.0.2.1\nx A 192.0.2.1 ; zonewright-ignore rr-duplicate -- load";
    const evaluation = judge({ [acme]: zoneFile("") }, { [acme]: zoneFile(twice) });
    expect(evaluation).toMatchObject({ passed: true, overrides: [], diagnostics: [] });
  });

  test("of a structural fault hides nothing", () => {
    const apex = "@ CNAME web ; zonewright-ignore cname-at-apex -- we need it\nweb A 192.0.2.1";
    const { passed, diagnostics } = judge({ [acme]: zoneFile("") }, { [acme]: zoneFile(apex) });
    expect(passed).toBe(false);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["cname-at-apex", "ignore-invalid"]),
    );
  });

  test("that hides nothing any more is reported", () => {
    const kept = "www A 192.0.2.1 ; zonewright-ignore cname-dangling -- old";
    expect(rulesFound({ [acme]: zoneFile(kept) })).toEqual(["ignore-unused warning"]);
  });
});
