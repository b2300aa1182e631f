import { afterAll, describe, expect, test } from "@jest/globals";
import type { Resolution } from "../../src/checks/index.ts";
import { parseName, TYPE } from "../../src/dns/index.ts";
import { readZoneText } from "../../src/zonefile/index.ts";
import { call, Folders } from "../cli/world.ts";
import { firstFiles, RADIO, zoneText, zoneWith } from "../e2e/acme.ts";
import { freePort, openWorld, type World } from "../e2e/world.ts";
import { freeEndpoint, type Named, startNamed } from "../harness/named.ts";
import { resolveFiles, resolveServed } from "../net/served.ts";

const folders = new Folders();
let bind: Named | undefined;
afterAll(async () => {
  await bind?.stop();
  folders.remove();
});

const RICH = `$TTL 300
@ SOA ns1 hostmaster 1 3600 600 1209600 300
@ NS ns1
ns1 A 192.0.2.1
www A 192.0.2.1
www A 192.0.2.2
www AAAA 2001:db8::1
away CNAME www.elsewhere.invalid.
broken CNAME nothing
deeper CNAME host.sub
here CNAME there
there CNAME here
*.wild 60 TXT "made by a wildcard"
*.pool.wild 60 CNAME www
a.b.c 60 A 192.0.2.3
_sip._tcp SRV 1 2 5060 www
sub NS ns1
theirs NS ns.elsewhere.invalid.
old DNAME new
x.new A 192.0.2.5
MiXeD TXT "case"
${Array.from({ length: 100 }, (_, i) => `many AAAA 2001:db8:1::${i}`).join("\n")}
`;
const BELOW = `$TTL 300
@ SOA ns1.rich.example. hostmaster 1 3600 600 1209600 300
@ NS ns1.rich.example.
host 30 A 192.0.2.9
`;

/** Ends that BIND, and starts another in its place. */
async function replaceBind(options: Parameters<typeof startNamed>[0]): Promise<void> {
  await bind?.stop();
  bind = await startNamed(options);
}

/** Waits until the newest check run of the monitor on a commit ends so. */
function monitorSays(world: World, sha: string, conclusion: string) {
  return world.waitFor(`the monitor to say ${conclusion}`, async () => {
    const runs = (await world.seen.checks(sha)).filter(({ name }) => name === "zonewright monitor (main)");
    const newest = runs.sort((a, b) => b.id - a.id)[0];
    return newest?.conclusion === conclusion ? newest : undefined;
  });
}

test("one check guards before, after and always: a BIND that comes to serve something else is caught, and heals", async () => {
  const [endpoint, dnsPort] = [await freeEndpoint(), await freePort()];
  const honest = { zones: ["acme.example.", "cdn.example."], primaryPort: dnsPort, endpoint };
  await replaceBind(honest);
  await using world = await openWorld({
    dnsPort,
    secondary: { name: "bind", ...endpoint },
    monitorEveryMs: 250,
    verifyDeadlineMs: 20_000,
  });

  // Before: the check guards the gate.
  const breaking = await world.mia.changesZone(zoneText.replace(/^www.*\n/m, ""), "breaking");
  expect((await breaking.check("failure")).output.summary).toContain("the site has an address");
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");

  // After: it was run against the BIND as well.
  await world.jonas.approves(pull);
  await pull.deployed();
  const result = await pull.tells("every nameserver serves exactly this commit");
  expect(result).toContain("- ✅ `bind`: 1 check passes");
  const deployed = world.tip;

  // The same by hand, in a checkout.
  const checkout = folders.repository(firstFiles());
  const verify = () => call(checkout, ["verify", "--server", `${endpoint.address}#${endpoint.port}`]);
  expect(await verify()).toMatchObject({ code: 0, err: "1 nameserver: 1 passed, 0 failed\n" });

  // Always: the BIND comes to serve a zone of somebody else's making.
  const lie = zoneText.replace(/^www.*\n/m, "").replace("hostmaster 1 ", "hostmaster 4000000000 ");
  await replaceBind({ ...honest, zones: ["cdn.example."], own: { "acme.example.": lie } });
  const caught = await verify();
  expect(caught.code).toBe(1);
  expect(caught.out).toMatch(
    /FAIL the site has an address\n {6}www\.acme\.example\. A: expected .* no such record/,
  );
  const failing = await monitorSays(world, deployed, "failure");
  expect(failing.output.title).toMatch(/^1 check fails on 1 nameserver, since \d{4}-\d\d-\d\d/);
  expect(failing.output.summary).toMatch(
    /`bind` \| ❌ fails since .* no such record.*zones\/acme\.example\.zone:5/,
  );

  // It is mended, and that is told too.
  await replaceBind(honest);
  await monitorSays(world, deployed, "success");
  expect((await verify()).code).toBe(0);
}, 120_000);

describe("what a BIND answers", () => {
  const zone = readZoneText(RICH, parseName("rich.example."));
  const below = readZoneText(BELOW, parseName("sub.rich.example."));
  const names = [
    ...[
      "@ www away broken deeper here there one.wild pool.wild wild a.b.c b.c old x.old y.old x.new none MIXED",
    ],
    ...["sub host.sub none.sub theirs a.theirs _sip._tcp many"],
  ].flatMap((line) => line.split(" "));
  const types = [TYPE.A, TYPE.AAAA, TYPE.TXT, TYPE.CNAME, TYPE.NS, TYPE.SOA, TYPE.SRV, TYPE.DNAME];
  const questions = names.flatMap((label) =>
    types.map((type) => ({
      name: parseName(label === "@" ? "rich.example." : label, parseName("rich.example.")),
      type,
    })),
  );

  test("leads every question to where the files lead it", async () => {
    const own = { "rich.example.": RICH, "sub.rich.example.": BELOW };
    await replaceBind({ zones: [], primaryPort: 1, own });
    const said = ({ kind, chain, rdata, ttl }: Resolution) => ({
      kind,
      chain: kind === "loop" ? [] : chain.map((name) => name.toLowerCase()),
      rdata: rdata.map((one) => Buffer.from(one).toString("latin1").toLowerCase()),
      ttl: kind === "records" ? ttl : 0,
    });
    const served = await resolveServed(bind!.endpoint, [zone, below], questions, {
      timeoutMs: 2_000,
      tries: 3,
    });
    expect(served.map(said)).toEqual(resolveFiles([zone, below], questions).map(said));
    expect(new Set(served.map(({ kind }) => kind))).toEqual(
      new Set(["records", "nodata", "nxdomain", "external", "loop"]),
    );
  }, 30_000);
});
