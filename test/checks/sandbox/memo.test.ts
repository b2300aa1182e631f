import { describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { CodeMemo, isCodeFile, runCodeFiles, Sandbox, zoneResolver } from "../../../src/checks/index.ts";
import { parseName } from "../../../src/dns/index.ts";
import { parseRevision, type Revision } from "../../../src/zonefile/index.ts";
import { checkOf, sandboxForTests } from "./world.ts";

const sandbox = sandboxForTests();

interface State {
  readonly zones: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Octets between places from which reading goes on: few, so that small zones know what they share. */
const SPACING = 24;

/** Zones as an evaluation has them: those that did not change are the same objects, others know where they come from. */
class Zones {
  readonly #last = new Map<string, { text: string; revision: Revision }>();

  of(texts: State["zones"]): readonly Revision[] {
    return Object.entries(texts).map(([apex, records]) => {
      const known = this.#last.get(apex);
      if (known?.text === records) return known.revision;
      const octets = Buffer.from(`$TTL 300\n@ SOA ns1 host 1 7200 1800 1209600 300\n${records}\n`);
      const file = { file: `zones/${apex}.zone`, origin: parseName(`${apex}.`), read: () => octets };
      const revision = parseRevision(file, known?.revision, SPACING);
      this.#last.set(apex, { text: records, revision });
      return revision;
    });
  }
}

/** A host over one state of a repository. */
function hostOf({ zones, data }: State, known = new Zones()) {
  const parsed = known.of(zones);
  return {
    resolvers: new Map([["default", zoneResolver(parsed)]]),
    viewZones: new Map([["default", parsed]]),
    zones: parsed.map(({ zone, files: [file = ""] }) => ({ name: zone.apex, view: "default", file })),
    data: (path: string) => (path === "data.yml" ? Buffer.from(data) : undefined),
    config: () => [{ path: "data.yml", octets: Buffer.from(data) }],
    identity: () => data,
  };
}

const sources = [
  'expect(dns.resolve("www.acme.example", "A")).toHaveRecords();',
  'expect([...zones()[0].records("A")].length).toBeLessThan(4);',
  'each("name", inventory("data.yml"), (name) => expect(dns.resolve(name + ".acme.example", "A")).toHaveRecords());',
  'expect(config("*.yml")[0].value).toContain("www");',
  "expect(zones()).toHaveLength(2);",
].map((body, at) => ({
  file: `checks/${at}.check.ts`,
  octets: Buffer.from(checkOf(body).replace('"one"', `"${at}"`)),
}));

const name = fc.constantFrom("www", "a", "*", "b.www", "@");
const records = fc
  .uniqueArray(fc.tuple(name, fc.constantFrom("A 10.0.0.1", "A 10.0.0.2", "MX 0 ."), name), { maxLength: 4 })
  .map((list) => list.map(([owner, data]) => `${owner} ${data}`).join("\n"));
const state: fc.Arbitrary<State> = fc.record({
  zones: fc.oneof(
    fc.record({ "acme.example": records, "b.example": records }),
    fc.record({ "acme.example": records }),
  ),
  data: fc.constantFrom("[www]", "[www, a]", "[a]"),
});

describe("a memo of checks in TypeScript", () => {
  test("changes no result, whatever happened to the repository before", () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 2, maxLength: 4 }), (states) => {
        const memo = new CodeMemo();
        const zones = new Zones();
        for (const one of states) {
          const host = hostOf(one, zones);
          const verdicts = (using: CodeMemo) =>
            runCodeFiles(sources, host, { sandbox, memo: using }, new Map()).checks.map(({ result }) => [
              result.name,
              result.verdict,
            ]);
          expect(verdicts(memo)).toEqual(verdicts(new CodeMemo()));
        }
      }),
      { numRuns: 15 },
    );
  });

  test("runs again only what looked at something that changed", () => {
    const memo = new CodeMemo();
    const zones = new Zones();
    const ran = (records: string, data = "[www]") => {
      const run = jest.spyOn(sandbox, "run");
      const state = { zones: { "acme.example": records, "b.example": "x A 10.0.0.9" }, data };
      runCodeFiles(sources, hostOf(state, zones), { sandbox, memo }, new Map());
      const files = run.mock.calls.map(([{ file }]) => file.slice("checks/".length, -".check.ts".length));
      run.mockRestore();
      return files;
    };
    const some = "www A 10.0.0.1\na A 10.0.0.2\nb A 10.0.0.3";
    expect(ran(some)).toEqual(["0", "1", "2", "3", "4"]);
    expect(ran(some)).toEqual([]);
    expect(ran(`${some}\nb.www MX 0 .`)).toEqual(["1"]);
    expect(ran(some.replace("10.0.0.1", "10.0.0.7"))).toContain("0");
    expect(ran(some, "[www, a]")).toEqual(expect.arrayContaining(["2", "3"]));
  });
});

test("two files with a check of one name: the second is left out, and told", () => {
  const file = (name: string) => ({
    file: `checks/${name}.check.ts`,
    octets: Buffer.from(checkOf("expect(1).toBe(1);")),
  });
  const host = hostOf({ zones: { "acme.example": "" }, data: "" });
  const { checks, diagnostics } = runCodeFiles(
    [file("a"), file("b")],
    host,
    { sandbox, memo: new CodeMemo() },
    new Map(),
  );
  expect(checks).toHaveLength(1);
  expect(diagnostics).toMatchObject([
    { file: "checks/b.check.ts", line: 2, message: "checks/a.check.ts has a check of this name already" },
  ]);
});

test("files that take all of their time take a bounded part of the whole", async () => {
  const quick = new Sandbox({ timeMs: 50, memoryMb: 32 });
  const loops = Array.from({ length: 7 }, (_, at) => ({
    file: `checks/${at}.check.ts`,
    octets: Buffer.from("for (;;);"),
  }));
  const host = hostOf({ zones: { "acme.example": "" }, data: "" });
  const { diagnostics } = runCodeFiles(loops, host, { sandbox: quick, memo: new CodeMemo() }, new Map());
  const counts = (pattern: RegExp) => diagnostics.filter(({ message }) => pattern.test(message)).length;
  expect(counts(/the file was stopped: it took more than the 50 ms/)).toBe(5);
  expect(counts(/not run: 5 other files took all of their time/)).toBe(2);
  await quick.close();
});

test("without a sandbox each file is an error", () => {
  const host = hostOf({ zones: { "acme.example": "" }, data: "" });
  const { diagnostics } = runCodeFiles(
    sources,
    host,
    { sandbox: undefined, memo: new CodeMemo() },
    new Map(),
  );
  expect(diagnostics).toHaveLength(sources.length);
  expect(diagnostics[0]).toMatchObject({ severity: "error", file: "checks/0.check.ts" });
});

test("files of checks in TypeScript are told by how they end", () => {
  expect(["checks/a.check.ts", "checks/a.ts", "checks/a.yml"].map(isCodeFile)).toEqual([true, false, false]);
});
