import { describe, expect, test } from "@jest/globals";
import { loadChecks, type Repository } from "../../src/checks/index.ts";
import { matchGlob } from "../../src/config/index.ts";
import { resolverOf, type Zones } from "./world.ts";

/** A repository of texts by path, with zones by view. */
function repositoryOf(
  files: Readonly<Record<string, string>>,
  views?: Readonly<Record<string, Zones>>,
): Repository {
  const zones =
    views && new Map(Object.entries(views).map(([view, records]) => [view, resolverOf(records)] as const));
  return {
    read: (path) => (path in files ? Buffer.from(files[path]!) : undefined),
    find: (glob) => Object.keys(files).filter((path) => matchGlob(glob, path)),
    ...(zones && { zones }),
  };
}

/** Loads a check for one variable, said as `source` in YAML. */
function load(source: string, repository: Repository, more = "") {
  const yaml = `checks:\n  - name: one\n    for: { v: ${source} }\n${more}    expect: [{ nxdomain: "x.{v}" }]\n`;
  return loadChecks([{ file: "checks/a.yml", octets: Buffer.from(yaml) }], repository);
}

const labels = ({ checks }: ReturnType<typeof load>) =>
  checks.flatMap(({ cases }) => cases.map(({ label }) => label));
const problems = ({ diagnostics }: ReturnType<typeof load>) =>
  diagnostics.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);

describe("a check is for", () => {
  const files = {
    "inventory.yml": "sites:\n  dcs: [sto, lon]\n  a/b: [x]\n  empty: []\n",
    "hosts/web1.yml": "rack: r1\n",
    "hosts/web2.yml": "rack: r2\n",
  };

  test("a sequence that it names itself", () => {
    expect(labels(load("[sto, lon]", repositoryOf({})))).toEqual(["v=sto", "v=lon"]);
  });

  test("a place in a data file, by JSON Pointer", () => {
    expect(labels(load('{ from: "inventory.yml#/sites/dcs" }', repositoryOf(files)))).toEqual([
      "v=sto",
      "v=lon",
    ]);
    expect(labels(load('{ from: "inventory.yml#/sites/a~1b" }', repositoryOf(files)))).toEqual(["v=x"]);
  });

  test("files, each of which says what it holds", () => {
    const yaml = `checks:\n  - name: one\n    for: { host: { files: "hosts/*.yml" } }\n    expect: [{ nxdomain: "{host}.{host.rack}.example" }]\n`;
    const { checks, data } = loadChecks(
      [{ file: "checks/a.yml", octets: Buffer.from(yaml) }],
      repositoryOf(files),
    );
    expect(checks[0]?.cases.map(({ label, expect: [first] }) => [label, first?.options])).toEqual([
      ["host=web1", { nxdomain: "web1.r1.example." }],
      ["host=web2", { nxdomain: "web2.r2.example." }],
    ]);
    expect(data).toEqual(["hosts/web1.yml", "hosts/web2.yml"]);
  });

  test("names found in zones, each in the views that have it", () => {
    const views = {
      internal: { "acme.example": "a.lab A 10.0.0.1\nb.lab A 10.0.0.2\nc.lab TXT x\nns.lab A 10.0.0.3" },
      external: { "acme.example": "b.lab A 192.0.2.2" },
    };
    const { checks } = load(
      '{ names: "*.lab.acme.example", type: A, except: ns.lab.acme.example }',
      repositoryOf({}, views),
    );
    expect(checks[0]?.cases).toMatchObject([
      { label: "v=a.lab.acme.example", views: ["internal"] },
      { label: "v=b.lab.acme.example", views: ["internal", "external"] },
    ]);
  });

  test("names in the view it is for", () => {
    const views = {
      internal: { "acme.example": "a A 10.0.0.1" },
      external: { "acme.example": "b A 192.0.2.2" },
    };
    const source = '{ names: "?.acme.example" }';
    expect(labels(load(source, repositoryOf({}, views), "    view: external\n"))).toEqual([
      "v=b.acme.example",
    ]);
  });

  test("the same lists by name", () => {
    const yaml = `lists: { dcs: { from: "inventory.yml#/sites/dcs" }, hosts: { files: "hosts/*" } }\nchecks:\n  - name: one\n    for: { dc: dcs, host: hosts }\n    expect: [{ nxdomain: "{host}.{dc}.example" }]\n`;
    const { checks } = loadChecks([{ file: "checks/a.yml", octets: Buffer.from(yaml) }], repositoryOf(files));
    expect(checks[0]?.cases).toHaveLength(4);
  });

  test.each([
    ["[]", "checks/a.yml:3:15 the sequence is empty: a check for it would assert nothing"],
    ["[a, a]", 'checks/a.yml:3:15 the sequence has "a" twice'],
    ["{ from: gone.yml }", 'checks/a.yml:3:23 there is no file "gone.yml" in the repository'],
    ['{ from: "inventory.yml#/sites/dsc" }', 'inventory.yml#/sites has no "dsc"; did you mean "dcs"?'],
    ['{ from: "inventory.yml#/sites/empty" }', "inventory.yml:4:10 the list is empty"],
    ['{ files: "host/*.yml" }', '"host/*.yml" matches no file: a check for it would assert nothing'],
    ['{ fiels: "hosts/*.yml" }', 'and {names: …}; did you mean "files"?'],
    ['{ files: "hosts/*.yml", tpye: A }', 'unknown key "tpye"'],
    ['{ names: "*.lba.acme.example" }', 'checks/a.yml:3:24 "*.lba.acme.example" matches no name'],
    ['{ names: "a**.example" }', '"**" stands for whole labels, and first'],
    ["7", "write the name of a list, a sequence, or one of"],
    ["{ files: bad/*.yml }", "bad/list.yml:1:1 the file is no map"],
    ["{ files: same/*/a.yml }", '"same/*/a.yml" has "a" twice: the names of its files have to differ'],
  ])("%s is not a silent pass", (source, message) => {
    const repository = repositoryOf(
      { ...files, "bad/list.yml": "[a]\n", "same/x/a.yml": "b: 1\n", "same/y/a.yml": "b: 1\n" },
      { default: { "acme.example": "a.lab A 192.0.2.1" } },
    );
    expect(problems(load(source, repository)).join("\n")).toContain(message);
  });

  test("a variable is a word", () => {
    const yaml = 'checks:\n  - name: one\n    for: { "a b": [x] }\n    expect: [{ nxdomain: x.example }]\n';
    const { diagnostics } = loadChecks(
      [{ file: "checks/a.yml", octets: Buffer.from(yaml) }],
      repositoryOf({}),
    );
    expect(diagnostics[0]).toMatchObject({
      line: 3,
      column: 12,
      message: '"a b": a variable is letters, digits, - and _',
    });
  });

  test("names need zones, and files a repository that can be looked through", () => {
    expect(problems(load('{ names: "*.example" }', { read: () => undefined }))[0]).toContain(
      "there are no zones",
    );
    expect(problems(load('{ files: "*.yml" }', { read: () => undefined }))[0]).toContain(
      "cannot be looked for",
    );
  });

  test("a data file that many refer to is told to be wrong once", () => {
    const repository = repositoryOf({ "bad.yml": "a: [\n" });
    const yaml = `lists: { a: { from: bad.yml }, b: { from: bad.yml } }\nchecks:\n  - { name: one, for: { v: a }, expect: [{ nxdomain: "{v}" }] }\n`;
    const file = (path: string) => ({ file: path, octets: Buffer.from(yaml.replace("one", path)) });
    const { diagnostics } = loadChecks([file("checks/a.yml"), file("checks/b.yml")], repository);
    expect(diagnostics.filter(({ file: path }) => path === "bad.yml")).toHaveLength(1);
  });
});
