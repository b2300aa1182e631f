import { afterAll, afterEach, expect, test } from "@jest/globals";
import { parseName, RCODE } from "../../src/dns/index.ts";
import { readZoneText } from "../../src/zonefile/index.ts";
import { answerFrom } from "../net/served.ts";
import { reply, Servers } from "../net/servers.ts";
import { call, Folders, GOOD_ZONE, write } from "./world.ts";

const folders = new Folders();
afterAll(() => folders.remove());
const servers = new Servers();
afterEach(() => servers.close());

const ZONE = `${GOOD_ZONE}www A 192.0.2.10\nshop CNAME www\n`;
const CHECKS = `checks:
  - name: the site has an address
    owner: "@acme/web"
    expect:
      - resolves: www.a.example
        type: A
  - name: the shop is there
    expect:
      - resolves: shop.a.example
        type: A
`;
const files = { "zones/a.example.zone": ZONE, "checks/web.yml": CHECKS };
const folder = folders.repository(files);

/** A nameserver with this content; its `--server`. */
async function serving(text: string): Promise<string> {
  const zone = readZoneText(text, parseName("a.example."));
  const { endpoint } = await servers.dns((query) => answerFrom([zone], query));
  return `127.0.0.1#${endpoint.port}`;
}

/** A nameserver that refuses everything. */
async function refusing(): Promise<string> {
  const { endpoint } = await servers.dns((query) => reply(query, {}, RCODE.REFUSED));
  return `127.0.0.1#${endpoint.port}`;
}

test("ends with 0 where every check passes on every nameserver", async () => {
  const [one, two] = [await serving(ZONE), await serving(ZONE)];
  const { code, out, err } = await call(folder, ["verify", "--server", one, "--server", two]);
  expect({ code, err }).toEqual({ code: 0, err: "2 nameservers: 4 passed, 0 failed\n" });
  expect(out).toBe(
    [one, two]
      .map((server) => `${server}\n  pass the site has an address\n  pass the shop is there\n`)
      .join("\n"),
  );
});

test("ends with 1 where one fails, and says what is missing where, and where it is written", async () => {
  const server = await serving(ZONE.replace("www A 192.0.2.10\n", ""));
  const { code, out, err } = await call(folder, [
    "verify",
    "--server",
    await serving(ZONE),
    "--server",
    server,
  ]);
  expect({ code, err }).toEqual({ code: 1, err: "2 nameservers: 2 passed, 2 failed\n" });
  expect(out).toContain(`${server}
  FAIL the site has an address
      www.a.example. A: expected `);
  expect(out).toContain("(zones/a.example.zone:5)");
  expect(out).toContain("the check is at checks/web.yml:2, owned by @acme/web");
});

test("ends with 2 where it cannot be told, and with 1 where something fails as well", async () => {
  const refused = await refusing();
  const { code, out, err } = await call(folder, ["verify", "--server", refused]);
  expect({ code, err }).toEqual({
    code: 2,
    err: "1 nameserver: 0 passed, 0 failed, 2 could not be told\n",
  });
  expect(out).toContain("  could not tell the site has an address\n");
  expect(out).toContain("it answered REFUSED");
  const wrong = await serving(GOOD_ZONE);
  expect((await call(folder, ["verify", "--server", refused, "--server", wrong])).code).toBe(1);
});

test("tells programs the same", async () => {
  const servers = ["--server", await serving(GOOD_ZONE), "--server", await refusing()];
  const json = await call(folder, ["verify", ...servers, "--format", "json"]);
  expect(json.err).toBe("");
  expect(JSON.parse(json.out)).toMatchObject([
    {
      check: "the site has an address",
      owner: "@acme/web",
      file: "checks/web.yml",
      line: 2,
      verdict: "fail",
      failures: [{ case: "", file: "zones/a.example.zone", line: 5 }],
    },
    { check: "the shop is there", verdict: "fail" },
    { verdict: "unknown", failures: [], unknowns: [{ found: expect.stringContaining("REFUSED") }] },
    { verdict: "unknown" },
  ]);
  const junit = await call(folder, ["verify", ...servers, "--format", "junit"]);
  expect(junit.out).toContain('<testsuites name="zonewright" tests="4" failures="2" errors="2">');
  expect(junit.out).toContain('<failure type="check/the-site-has-an-address"');
});

test("runs checks in TypeScript too, over what is served: all that they ask is asked, also where a record leads on", async () => {
  const place = folders.repository({
    ...files,
    "checks/all.check.ts": `import { check } from "zonewright/checks";
check("every address is ours", ({ zones, dns, expect }) => {
  for (const zone of zones()) {
    for (const record of zone.records("A")) expect(record.value).toBeWithin("192.0.2.0/24");
  }
  expect(dns.resolve("shop.a.example", "A")).toHaveLength(1);
});
`,
  });
  const served = await call(place, ["verify", "--server", await serving(ZONE)]);
  expect(served.err).toBe("1 nameserver: 3 passed, 0 failed\n");
  const lying = await call(place, [
    "verify",
    "--server",
    await serving(ZONE.replace("192.0.2.10", "203.0.113.10")),
  ]);
  expect(lying.err).toBe("1 nameserver: 2 passed, 1 failed\n");
  expect(lying.out).toContain("203.0.113.10");
});

test.each([
  ["2999-12-31", 0, "1 nameserver: 1 passed, 0 failed\n", /pass everywhere/],
  [
    "2020-01-31",
    1,
    "1 nameserver: 0 passed, 1 failed\n",
    /host=shop.*the exception for it ended with 2020-01-31/,
  ],
])("an exception until %s ends with %i", async (until, code, err, said) => {
  const place = folders.repository({
    ...files,
    "checks/web.yml": `lists:
  hosts: [www, shop]
checks:
  - name: everywhere
    for: { host: hosts }
    except: { host: [shop], until: ${until}, because: it moves }
    expect: [{ resolves: "{host}.a.example", type: A }]
`,
  });
  const ran = await call(place, ["verify", "--server", await serving(ZONE.replace(/^shop.*\n/m, ""))]);
  expect(ran).toMatchObject({ code, err });
  expect(ran.out).toMatch(said);
});

test("leaves out what one nameserver cannot be asked: checks of other views, and those that compare views", async () => {
  const place = folders.repository({
    ...viewsOf(),
    "checks/web.yml": `checks:
  - name: only outside
    view: outside
    expect: [{ resolves: no.a.example, type: A }]
  - name: the same everywhere
    expect:
      - { same-in-views: www.a.example }
      - { resolves: www.a.example, type: A }
  - name: only compared
    expect: [{ same-in-views: www.a.example }]
`,
  });
  const { code, out } = await call(place, ["verify", "--server", await serving(ZONE), "--view", "inside"]);
  expect(out.split("\n").slice(1)).toEqual(["  pass the same everywhere", ""]);
  expect(code).toBe(0);
});

test("runs the checks of a commit where one is named", async () => {
  const place = folders.repository(files);
  write(place, { "checks/web.yml": CHECKS.replaceAll("a.example", "b.example") });
  const server = await serving(ZONE);
  expect((await call(place, ["verify", "--server", server])).code).toBe(1);
  expect((await call(place, ["verify", "--server", server, "--commit", "HEAD"])).code).toBe(0);
});

test("asks the nameservers of the operator's targets, which takes no credentials of an App", async () => {
  const [name, port] = (await serving(ZONE)).split("#");
  const place = folders.repository(files);
  write(place, {
    "operator.yml": `targets:
  public:
    kind: hidden-primary
    listen: { address: 127.0.0.1, port: 5300 }
    nameservers: [{ name: ns1, address: ${name}, port: ${port} }]
repositories:
  - { repository: acme/dns, branch: main, target: public, zones: [a.example] }
`,
  });
  const { code, out, err } = await call(place, ["verify", "--config", "operator.yml"]);
  expect({ code, err }).toEqual({ code: 0, err: "1 nameserver: 2 passed, 0 failed\n" });
  expect(out).toContain(`ns1 (${name}#${port})\n`);
});

test.each<[string, Record<string, string>, string[], RegExp]>([
  ["no checks", { "zones/a.example.zone": ZONE }, [], /there is nothing to verify/],
  ["a file of checks that is none", { ...files, "checks/web.yml": "cheks: []\n" }, [], /checks\/web\.yml:1/],
  ["two views and no word which", viewsOf(), [], /several views \(inside, outside\).*--view/],
  ["a view that is none", viewsOf(), ["--view", "beside"], /no zone of this view; there are inside, outside/],
])("cannot run with %s", async (_what, contents, args, why) => {
  const place = folders.repository(contents);
  const { code, out, err } = await call(place, ["verify", "--server", "127.0.0.1#1", ...args]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(why);
});

test("cannot run without nameservers", async () => {
  const { code, err } = await call(folder, ["verify"]);
  expect(code).toBe(2);
  expect(err).toMatch(/which nameservers to ask \(give --server NAME\[#PORT\], or --config/);
});

function viewsOf(): Record<string, string> {
  return {
    ".github/zonewright.yml": `version: 1
zones:
  - { files: inside/*.zone, name: "{stem}", view: inside }
  - { files: outside/*.zone, name: "{stem}", view: outside }
`,
    "inside/a.example.zone": ZONE,
    "outside/a.example.zone": ZONE,
    "checks/web.yml": CHECKS,
  };
}
