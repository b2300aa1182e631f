import { describe, expect, test } from "@jest/globals";
import { type LoadedChecks, loadChecks, lostCoverage } from "../../src/checks/index.ts";

const load = (yaml: string): LoadedChecks =>
  loadChecks([{ file: "checks/a.yml", octets: Buffer.from(yaml) }], () => undefined);

const base = `checks:
  - name: one
    owner: "@acme/one"
    for: { dc: [sto, ash] }
    expect: [{ nxdomain: "a.{dc}.example" }, { nxdomain: "b.{dc}.example" }]
  - name: two
    view: internal
    expect: [{ nxdomain: c.example }]
`;

const lost = (head: string, now = 0) =>
  lostCoverage(load(base), load(head), now).map(({ what, text, owner, span }) => [
    what,
    text,
    owner,
    span.line,
  ]);

describe("what a change takes out of the checks is listed", () => {
  test("nothing where it adds", () => {
    expect(lost(base)).toEqual([]);
    expect(lost(base.replace("[sto, ash]", "[lon, ash, sto]"))).toEqual([]);
    expect(lost(base.replace("    view: internal\n", ""))).toEqual([]);
    expect(lost(`${base}  - { name: three, expect: [{ nxdomain: d.example }] }\n`)).toEqual([]);
  });

  test("a check", () => {
    expect(lost(base.replace("name: one", "name: uno"))).toEqual([
      ["check", "the check “one” is gone", "@acme/one", 2],
    ]);
  });

  test("a case", () => {
    expect(lost(base.replace("[sto, ash]", "[sto]"))).toEqual([
      ["case", "“one” has no case dc=ash any more", "@acme/one", 2],
    ]);
  });

  test("an assertion, or what it says", () => {
    expect(lost(base.replace(', { nxdomain: "b.{dc}.example" }', ""))).toEqual([
      ["assertion", '“one” does not say any more: {"nxdomain":"b.{dc}.example"}', "@acme/one", 2],
    ]);
    expect(lost(base.replace("c.example", "d.example"))).toEqual([
      ["assertion", '“two” does not say any more: {"nxdomain":"c.example"}', undefined, 6],
    ]);
  });

  test("a view", () => {
    expect(lost(base.replace("    view: internal\n", "    view: external\n"))).toEqual([
      ["view", '“two” is for view "external" only, it was for view "internal"', undefined, 6],
    ]);
  });

  const except = (dc: string, until: string) =>
    base.replace("[sto, ash] }\n", `[sto, ash] }\n    except: { dc: ${dc}, until: ${until}, because: x }\n`);

  test("an exception, until it has ended", () => {
    expect(lost(except("ash", "2027-01-31"))).toEqual([
      ["exception", "“one” leaves out dc=ash until 2027-01-31 (x)", "@acme/one", 2],
    ]);
    expect(lost(except("ash", "2027-01-31"), Date.parse("2027-02-01T00:00:00Z"))).toEqual([]);
  });

  test("an exception that is made longer, or for more", () => {
    const from = load(except("ash", "2027-01-31"));
    const texts = (head: string) => lostCoverage(from, load(head)).map(({ text }) => text);
    expect(texts(except("ash", "2026-01-31"))).toEqual([]);
    expect(texts(base)).toEqual([]);
    expect(texts(except("ash", "2027-12-31"))).toEqual([
      "“one” leaves out dc=ash until 2027-12-31, it was until 2027-01-31 (x)",
    ]);
    expect(texts(except("[sto, ash]", "2027-01-31"))).toEqual([
      "“one” leaves out dc=sto until 2027-01-31 (x)",
    ]);
  });
});

test("a check that cannot be read any more is lost", () => {
  expect(lost(base.replace("c.example", "c..example"))).toEqual([
    ["check", "the check “two” is gone", undefined, 6],
  ]);
});
