import { expect, test } from "@jest/globals";
import { type Message, RCODE } from "../../src/dns/index.ts";
import { RADIO, TV, zoneWith } from "./acme.ts";
import { Relay } from "./relay.ts";
import { openWorld, type World } from "./world.ts";

/** Another answer for the name that the repository's check is about, which no pull request here changes. */
function aboutSite(rcode: number) {
  return (answer: Message): Message =>
    answer.question[0]?.name === "www.acme.example."
      ? { ...answer, flags: { ...answer.flags, rcode }, answer: [] }
      : answer;
}

/** States GitHub was told of the newest deployment, in order. */
async function statuses(world: World): Promise<string[]> {
  const [newest] = await world.seen.deployments();
  return (await world.seen.deploymentStatuses(newest!.id)).map(({ state }) => state).reverse();
}

async function phase(world: World): Promise<string | undefined> {
  return (await world.store.deployments.list(1))[0]?.phase;
}

test("a check that fails on one nameserver fails the deployment, though all of the change is served there", async () => {
  await using relay = await Relay.start();
  await using world = await openWorld({ relay });
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  relay.distorts = aboutSite(RCODE.NXDOMAIN);
  await world.jonas.approves(pull);
  const told = await pull.tells("a check fails there");
  expect(told).toMatch(/`relay` 127\.0\.0\.1 port \d+ \| ✅ this commit/);
  expect(told).toContain("- ✅ `primary`: 1 check passes");
  expect(told).toMatch(
    /- ❌ `relay`: 1 check fails there\n {2}- \*\*the site has an address\*\*: .*www\.acme\.example\..* A: expected .*no such record.*`zones\/acme\.example\.zone:5`, owned by/,
  );
  expect(await phase(world)).toBe("failed");
  relay.distorts = undefined;
  await pull.tells("every nameserver serves exactly this commit");
  expect(await statuses(world)).toEqual(["in_progress", "failure", "success"]);
  expect(await pull.comments("result")).toHaveLength(1);
});

test("what cannot be told of a check makes the deployment degraded, never failed", async () => {
  await using relay = await Relay.start();
  await using world = await openWorld({ relay });
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  relay.distorts = aboutSite(RCODE.SERVFAIL);
  await world.jonas.approves(pull);
  expect(await pull.tells("could not tell of 1 check")).toContain("it answered SERVFAIL");
  expect(await phase(world)).toBe("degraded");
  relay.distorts = undefined;
  await pull.tells("every nameserver serves exactly this commit");
});

test("between deployments the monitor tells once that a check fails, since when, and once that it passes again", async () => {
  await using relay = await Relay.start();
  await using world = await openWorld({ relay, monitorEveryMs: 150 });
  const deployed = world.tip;
  const run = async (conclusion: string, sha = deployed) =>
    world.waitFor(`the monitor to say ${conclusion}`, async () => {
      const runs = (await world.seen.checks(sha)).filter(({ name }) => name === "zonewright monitor (main)");
      return runs.length > 0 && runs[0]!.conclusion === conclusion ? runs : undefined;
    });
  const repositoryId = (await world.store.repositories.pinned("acme", "dns"))!;
  const branch = { repositoryId, ref: "main" };
  await world.waitFor("the check to pass on both", async () => {
    const seen = await world.store.monitors.health(branch);
    return seen.filter(({ verdict }) => verdict === "pass").length === 2 ? seen : undefined;
  });
  const before = Date.now();
  relay.distorts = aboutSite(RCODE.NXDOMAIN);
  const [failing, ...others] = await run("failure");
  expect(others).toEqual([]);
  expect(failing!.output.title).toMatch(
    /^1 check fails on 1 nameserver, since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
  );
  expect(failing!.output.summary).toMatch(
    /\| `relay` \| ❌ fails since .* \| the site has an address .*no such record/,
  );
  const health = await world.store.monitors.health(branch);
  expect(health.map(({ server, verdict }) => [server, verdict])).toEqual([
    ["primary", "pass"],
    ["relay", "fail"],
  ]);
  expect(health[1]!.since).toBeGreaterThanOrEqual(before);

  // Another commit is deployed meanwhile; the good news goes to both.
  relay.distorts = undefined;
  const pull = await world.mia.changesZone(zoneWith(RADIO, TV));
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.deployed();
  expect((await run("success")).map(({ conclusion }) => conclusion).sort()).toEqual(["failure", "success"]);
  const [period] = await world.store.monitors.periods(branch, before);
  expect(
    (await world.store.monitors.periods(branch, before)).map(({ server, verdict }) => [server, verdict]),
  ).toEqual([
    ["relay", "pass"],
    ["relay", "fail"],
  ]);
  expect(period!.until).toBe(health[1]!.since);
});

test("the checks are run once in each interval, however often the bot looks whether they are due", async () => {
  await using world = await openWorld({ monitorEveryMs: 600_000, sweepEveryMs: 100 });
  const branch = { repositoryId: (await world.store.repositories.pinned("acme", "dns"))!, ref: "main" };
  const round = await world.waitFor("a round", () => world.store.monitors.lastRound(branch));
  const sweeps = async () => (await world.store.lanes.find("sweep:all"))!.fence;
  const before = await sweeps();
  const lane = `monitor:${branch.repositoryId}@main`;
  await world.store.lanes.bump([lane]);
  await world.waitFor("more sweeps", async () => ((await sweeps()) >= before + 3 ? true : undefined));
  expect(await world.store.monitors.lastRound(branch)).toEqual(round);
  expect((await world.store.lanes.find(lane))!.dueAt).toBeGreaterThan(Date.now());
});

test("the monitor goes on while GitHub hears nothing, and tells what it saw once GitHub is back", async () => {
  await using relay = await Relay.start();
  await using world = await openWorld({ relay, monitorEveryMs: 150 });
  const branch = { repositoryId: (await world.store.repositories.pinned("acme", "dns"))!, ref: "main" };
  const deaf = world.github.faults.onRequest(
    { method: "POST", path: "/repos/acme/dns/check-runs", times: 1_000 },
    { kind: "answer", status: 503 },
  );
  relay.distorts = aboutSite(RCODE.NXDOMAIN);
  const failing = async () =>
    (await world.store.monitors.health(branch)).find(({ verdict }) => verdict === "fail");
  const since = (await world.waitFor("a check to fail", failing)).since;
  const round = async () => (await world.store.monitors.lastRound(branch))!.at;
  const first = await round();
  await world.waitFor("another round", async () => ((await round()) > first ? true : undefined));
  expect((await failing())!.since).toBe(since);
  deaf.remove();
  await world.waitFor(
    "the monitor to say so",
    async () => (await world.seen.check(world.tip))?.conclusion ?? undefined,
  );
  expect((await world.seen.checks(world.tip)).map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ["zonewright monitor (main)", "failure"],
  ]);
});
