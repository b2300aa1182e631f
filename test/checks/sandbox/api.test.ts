import { describe, expect, test } from "@jest/globals";
import type { Name } from "../../../src/dns/index.ts";
import { checkOf, messagesOf, runSource, sandboxForTests, type World } from "./world.ts";

const sandbox = sandboxForTests();
const zones = {
  "acme.example": [
    "www CNAME @",
    "@ A 192.0.2.1",
    "@ A 192.0.2.2",
    "shop CNAME shops.cdn.example.",
    "lab NS ns1",
    "away CNAME edge.elsewhere.example.",
    "_ldap._tcp SRV 10 20 389 ldap1",
    "@ MX 10 mx1",
    '@ TXT "v=spf1 " "-all"',
    "ldap1 60 A 10.1.2.10",
    "round CNAME trip",
    "trip CNAME round",
  ].join("\n"),
  "cdn.example": "shops CNAME edge\nedge A 198.51.100.7",
  "lab.acme.example": "ci1 A 10.1.64.31",
};

function messages(body: string, world: World = { zones }): readonly string[] {
  return messagesOf(runSource(sandbox, checkOf(body), world));
}

/** What an expression of a check is, as JSON. */
function shown(expression: string, world: World = { zones }): unknown {
  const [result] = runSource(
    sandbox,
    checkOf(`expect(${expression}, "x").toEqual(Symbol.iterator);`),
    world,
  ).checks;
  return result!.result.failures[0]?.found;
}

describe("dns.resolve", () => {
  test.each([
    ["www.acme.example", "A", "records", ["www.acme.example.", "acme.example."], ["192.0.2.1", "192.0.2.2"]],
    [
      "shop.acme.example.",
      "a",
      "records",
      ["shop.acme.example.", "shops.cdn.example.", "edge.cdn.example."],
      ["198.51.100.7"],
    ],
    ["CI1.lab.acme.example", "A", "records", ["ci1.lab.acme.example."], ["10.1.64.31"]],
    ["www.acme.example", "AAAA", "nodata", ["www.acme.example.", "acme.example."], []],
    ["nix.acme.example", "A", "nxdomain", ["nix.acme.example."], []],
    ["round.acme.example", "A", "loop", ["round.acme.example.", "trip.acme.example."], []],
    ["acme.example", "TXT", "records", ["acme.example."], ["v=spf1 -all"]],
  ])("%s %s: %s, by way of %j", (name, type, kind, chain, values) => {
    const body = `const answer = dns.resolve("${name}", "${type}");
      expect(answer.kind).toBe("${kind}");
      expect(answer.values).toEqual(${JSON.stringify(values)});
      expect(answer.chain[0]).toBe(${JSON.stringify(chain[0])});
      expect(answer.chain.length).toBeGreaterThanOrEqual(${chain.length});`;
    expect(messages(body)).toEqual([]);
  });

  test("records have what people look for in them, in one form", () => {
    expect(shown('dns.resolve("_ldap._tcp.acme.example", "SRV").records[0]')).toBe(
      '{owner: "_ldap._tcp.acme.example.", type: "SRV", ttl: 300, value: "10 20 389 ldap1.acme.example.", ' +
        'target: "ldap1.acme.example.", priority: 10, weight: 20, port: 389}',
    );
    expect(shown('dns.resolve("acme.example", "MX").records[0].target')).toBe('"mx1.acme.example."');
  });

  test("an answer outside of the zones fails the check, unless that is said to be right", () => {
    expect(messages('dns.resolve("away.acme.example", "A")')[0]).toBe(
      'away.acme.example. A: expected an answer from our zones (else say external: "ok"), found an alias to ' +
        "edge.elsewhere.example., outside the repository's zones; expected at checks/a.check.ts:3:12",
    );
    const allowed = 'dns.resolve("away.acme.example", "A", { external: "ok" })';
    expect(messages(`expect(${allowed}.kind).toBe("external")`)).toEqual([]);
  });

  test("what is no question is an error of the check", () => {
    expect(messages('dns.resolve("a..b", "A")')[0]).toContain('TypeError: "a..b" is no domain name');
    expect(messages('dns.resolve("a.example", "AA")')[0]).toContain('"AA" is no record type');
    expect(messages("dns.resolve(5, 'A')")[0]).toContain("5 stands where a text is needed");
    expect(messages('dns.resolve("a.example", "A", { from: "defualt" })')[0]).toContain(
      'there is no zone in view "defualt"; did you mean "default"?',
    );
  });

  test("reverse gives the name that PTR records are at", () => {
    expect(shown('dns.reverse("10.1.2.3")')).toBe('"3.2.1.10.in-addr.arpa."');
    expect(shown('dns.reverse("2001:db8::1")')).toMatch(
      /^"1\.0\.0\.0.*8\.b\.d\.0\.1\.0\.0\.2\.ip6\.arpa\."$/,
    );
  });
});

describe("a failure", () => {
  test("names the record, where it stands, and where it was expected", () => {
    const [result] = runSource(
      sandbox,
      checkOf('  expect(dns.resolve("ldap1.acme.example", "A")).toBeWithin(["10.2.0.0/16", "10.3.0.0/16"]);'),
      { zones },
    ).checks;
    expect(result!.result.failures).toEqual([
      {
        case: "",
        expected: "every address within 10.2.0.0/16 or 10.3.0.0/16",
        found: "10.1.2.10",
        message:
          "ldap1.acme.example. A: expected every address within 10.2.0.0/16 or 10.3.0.0/16, found 10.1.2.10; " +
          "the record is at zones/acme.example.zone:12; expected at checks/a.check.ts:3:60",
        span: { file: "zones/acme.example.zone", line: 12, column: 1, endLine: 12, endColumn: 1 },
      },
    ]);
  });

  test("of a record that is gone says where it was, and what stands nearest", () => {
    const body = 'expect(dns.resolve("ldap2.acme.example", "A")).toHaveRecords();';
    const before = { "acme.example": `${zones["acme.example"]}\nldap2 A 10.1.2.11` };
    expect(messages(body, { zones, before })[0]).toBe(
      "ldap2.acme.example. A: expected at least one A record, found no such record; " +
        "before this change it was at zones/acme.example.zone:15; " +
        "nearest: ldap1.acme.example. A at zones/acme.example.zone:12; expected at checks/a.check.ts:3:61",
    );
  });

  test("says what the value is called, and about which record it is", () => {
    const body = 'const { ttl } = dns.resolve("ldap1.acme.example", "A"); expect(ttl, "the TTL").toBe(300);';
    expect(messages(body)[0]).toMatch(
      /^the TTL \(ldap1\.acme\.example\. A\): expected 300, found 60; the record is/,
    );
  });

  test("is also an error that the code throws, with its place", () => {
    const body = "\n\n  const hosts: any = undefined;\n  hosts.length;";
    expect(messages(body)).toEqual([
      "the check: expected the code to run, found TypeError: cannot read property 'length' of undefined; " +
        "expected at checks/a.check.ts:6:8",
    ]);
  });

  test("carries name, owner and place of the check", () => {
    const source = `import { check } from "zonewright/checks";\n\n  check("the one", { owner: "@acme/web" }, ({ expect }) => expect(1).toBe(2));`;
    const { checks } = runSource(sandbox, source, { zones });
    expect(checks[0]!.result).toMatchObject({
      name: "the one",
      slug: "the-one",
      owner: "@acme/web",
      verdict: "fail",
      passed: false,
      span: { file: "checks/a.check.ts", line: 3, column: 8 },
    });
  });
});

describe("each", () => {
  test("runs every case, tells those that fail by their labels, and counts them", () => {
    const body = `each("dc", { sto: 1, lon: 2, ash: 3 }, (number, dc) => {
      each("host", ["a", "b"], (host) => expect(\`\${dc} \${host} \${number}\`).not.toBe("lon b 2"));
    });`;
    const [{ result }] = runSource(sandbox, checkOf(body), { zones }).checks as never as [{ result: never }];
    expect(result).toMatchObject({
      cases: 9,
      failures: [{ case: "dc=lon host=b", expected: 'not "lon b 2"' }],
    });
  });

  test("of nothing is a failure: it would assert nothing", () => {
    expect(messages('each("dc", [], () => {})')[0]).toContain(
      "expected at least one dc to go through, found none",
    );
    expect(messages('each("dc", {}, () => {})')[0]).toContain(
      "expected at least one dc to go through, found none",
    );
  });

  test("calls an item by its name, path or owner, else by its number", () => {
    const body = `each("x", [{ name: "n" }, { path: "p" }, { owner: "o" }, {}], (x) => expect(1).toBe(2))`;
    const { checks } = runSource(sandbox, checkOf(body), { zones });
    expect(checks[0]!.result.failures.map((failure) => failure.case)).toEqual(["x=n", "x=p", "x=o", "x=4"]);
  });

  test("about a record of a zone names that record", () => {
    const body = `each("host", [...zones()[0].records("A")].slice(-1), (host) => expect(host.value).toBe("x"))`;
    expect(messages(body)[0]).toMatch(
      /^ldap1\.acme\.example\. A: .*the record is at zones\/acme\.example\.zone:12/,
    );
  });
});

test("zones() walks the records each zone answers with, page by page", () => {
  const hosts = Array.from({ length: 950 }, (_, at) => `h${at} A 10.0.${at >> 8}.${at & 255}`).join("\n");
  const body = `
    const [acme, big] = zones();
    expect(zones().map(({ name }) => name)).toEqual(["acme.example.", "big.example.", "lab.acme.example."]);
    expect([...acme.records()].map(({ owner, type }) => \`\${owner} \${type}\`)).toEqual(
      ["acme.example. SOA", "a.acme.example. A"]);
    expect([...big.records("A")]).toHaveLength(950);
    expect(new Set([...big.records("A")].map(({ value }) => value)).size).toBe(950);
    expect([...big.records("MX")]).toEqual([]);`;
  const world = {
    zones: {
      "acme.example": "a A 10.0.0.1\nlab NS ns.lab\nns.lab A 10.0.0.2",
      "big.example": hosts,
      "lab.acme.example": "x A 10.0.0.3",
    },
  };
  expect(messages(body, world)).toEqual([]);
});

describe("data", () => {
  const files = {
    "inventory/dc.yml": "sto: { networks: [10.1.0.0/16] }\n",
    "inventory/hosts.csv": 'name,address\r\nweb1,10.0.0.1\r\n"a ""b"", c",10.0.0.2\r\n',
    "hieradata/a.yaml": "ip: 10.0.0.1\n",
    "hieradata/deep/b.yaml": "ip: 10.0.0.2\n",
    "bad.yml": "a: [1\n",
  };

  test("inventory reads YAML, JSON and CSV", () => {
    const body = `
      expect(inventory("inventory/dc.yml")).toEqual({ sto: { networks: ["10.1.0.0/16"] } });
      expect(inventory("inventory/hosts.csv")).toEqual([
        { name: "web1", address: "10.0.0.1" }, { name: 'a "b", c', address: "10.0.0.2" }]);`;
    const run = runSource(sandbox, checkOf(body), { zones, files });
    expect(messagesOf(run)).toEqual([]);
    expect(run.checks[0]!.data).toEqual(["inventory/dc.yml", "inventory/hosts.csv"]);
  });

  test("config reads all files a glob matches, and has to match one", () => {
    const body = `expect(config("hieradata/**/*.yaml")).toEqual([
      { path: "hieradata/a.yaml", value: { ip: "10.0.0.1" } },
      { path: "hieradata/deep/b.yaml", value: { ip: "10.0.0.2" } }]);`;
    expect(messages(body, { zones, files })).toEqual([]);
    expect(messages('config("hiera/*")', { zones, files })[0]).toContain('"hiera/*" matches no file');
  });

  test("a file that is not there, or cannot be read, fails the check with its place", () => {
    expect(messages('inventory("x.yml")', { zones, files })[0]).toContain('there is no file "x.yml"');
    expect(messages('inventory("bad.yml")', { zones, files })[0]).toMatch(
      /bad\.yml:\d+:\d+: .*cannot be read/,
    );
  });
});

describe("views", () => {
  const world = {
    zones: { "a.example": "www A 10.0.0.1" },
    views: { outside: { "a.example": "www A 192.0.2.1" } },
  };

  test("a check is run in every view; its failures say in which", () => {
    const body = 'expect(dns.resolve("www.a.example", "A")).toBeWithin("10.0.0.0/8");';
    const [check] = runSource(sandbox, checkOf(body), world).checks;
    expect(check!.result).toMatchObject({ cases: 2, failures: [{ case: "view=outside" }] });
  });

  test("or in the one it names, and can ask another", () => {
    const source = `check("one", { view: "outside" }, ({ dns, expect, view, zones }) => {
      expect(view).toBe("outside");
      expect(dns.resolve("www.a.example", "A")).toContain("192.0.2.1");
      expect(dns.resolve("www.a.example", "A", { from: "default" })).toContain("10.0.0.1");
      expect(zones({ view: "default" })).toHaveLength(1);
    });`;
    expect(messagesOf(runSource(sandbox, source, world))).toEqual([]);
  });

  test("a view that no zone has is an error", () => {
    const run = runSource(sandbox, 'check("one", { view: "outsdie" }, () => {})', world);
    expect(messagesOf(run)[0]).toBe(
      '1:6 “one” is for view "outsdie", which no zone has; did you mean "outside"?',
    );
    expect(run.checks[0]!.result.passed).toBe(false);
  });
});

describe("a file of checks", () => {
  test.each([
    ["const x: number = ;", "1:19 Expression expected"],
    ["\nenum Kind { A }", "2:1 TypeScript enum is not supported in strip-only mode"],
    ["const x = 1;", "1:1 the file declares no check: call check(name, body)"],
    ['check("x")', '1:6 TypeError: check("x") needs a function that checks'],
    [
      'check("x", { ownr: "a" }, () => {})',
      '1:6 TypeError: check("x") has no option "ownr": there are owner and view',
    ],
    ["\n  throw new Error('no');", "2:18 Error: no"],
    ["await new Promise(() => {});", "1:1 the file waits for a promise that never settles"],
  ])("%j is told with its place", (source, message) => {
    expect(messagesOf(runSource(sandbox, source, { zones }))).toEqual([message]);
  });

  test("that is no text, or too large, is not run", () => {
    const run = (octets: Uint8Array) =>
      messagesOf(
        sandbox.run(
          { file: "checks/a.check.ts", octets },
          { resolvers: new Map(), zones: [], data: () => undefined, config: () => [] },
        ),
      );
    expect(run(Buffer.from([0xff, 0xfe]))).toEqual(["1:1 the file is not UTF-8 text"]);
    expect(run(Buffer.alloc(1024 * 1024 + 1, 32))[0]).toContain(
      "has 1048577 octets; at most 1048576 are run",
    );
  });

  test("a check that expects nothing fails", () => {
    expect(messages('dns.resolve("www.acme.example", "A")')[0]).toContain(
      "expected at least one expect(), found none",
    );
  });

  test("a check in a repository without zones fails", () => {
    const { checks } = sandbox.run(
      { file: "checks/a.check.ts", octets: Buffer.from(checkOf("expect(1).toBe(1)")) },
      { resolvers: new Map(), zones: [], data: () => undefined, config: () => [] },
    );
    expect(checks[0]!.result.failures[0]!.message).toBe("it was not run: there are no zones");
  });

  test("an async body is waited for, as far as there is something to wait for", () => {
    const source = (body: string) => `check("one", async ({ expect }) => { ${body} })`;
    expect(messagesOf(runSource(sandbox, source("await 1; expect(1).toBe(1);"), { zones }))).toEqual([]);
    expect(messagesOf(runSource(sandbox, source("await 1; expect(1).toBe(2);"), { zones }))[0]).toContain(
      "expected 2",
    );
    expect(messagesOf(runSource(sandbox, source("await new Promise(() => {});"), { zones }))[0]).toContain(
      "a promise that never settles",
    );
  });
});

test("a question without an answer ends the check, which then is unknown; the others are run", () => {
  const source = `
    check("asks", ({ dns, expect }) => { try { dns.resolve("a.example", "A"); } catch {} expect(1).toBe(2); });
    check("does not", ({ expect }) => expect(1).toBe(1));`;
  const resolve = (name: Name) => ({
    kind: "unreachable" as const,
    chain: [name],
    rdata: [],
    ttl: 0,
    places: [],
  });
  const { checks } = sandbox.run(
    { file: "checks/a.check.ts", octets: Buffer.from(source) },
    { resolvers: new Map([["default", { resolve }]]), zones: [], data: () => undefined, config: () => [] },
  );
  expect(checks.map(({ result }) => [result.verdict, result.unknowns?.[0]?.message ?? ""])).toEqual([
    [
      "unknown",
      "a.example. A: expected an answer, found no answer from the nameserver; expected at checks/a.check.ts:2:59",
    ],
    ["pass", ""],
  ]);
});
