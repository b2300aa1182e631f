import { expect, test } from "@jest/globals";
import { RADIO, zoneWith } from "./acme.ts";
import { Relay } from "./relay.ts";
import { openWorld, type World } from "./world.ts";

/** States GitHub was told of the newest deployment, in order. */
async function statuses(world: World): Promise<string[]> {
  const [newest] = await world.seen.deployments();
  return (await world.seen.deploymentStatuses(newest!.id)).map(({ state }) => state).reverse();
}

test("a nameserver that does not answer makes it degraded, not undone; once it answers, that is told", async () => {
  await using relay = await Relay.start();
  await using world = await openWorld({ relay, verifyDeadlineMs: 1_500 });
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  relay.answers = false;
  await world.jonas.approves(pull);
  await pull.tells("not every nameserver serves it yet");
  expect(await pull.tells("no answer")).toContain("`relay`");
  expect(await statuses(world)).toEqual(["in_progress", "failure"]);
  await world.serves("radio.acme.example", "A", "192.0.2.20");
  expect(world.log.lines.some(({ message }) => message.includes("it is told again"))).toBe(true);
  relay.answers = true;
  await pull.tells("every nameserver serves exactly this commit");
  expect(await statuses(world)).toEqual(["in_progress", "failure", "success"]);
  expect(await pull.comments("result")).toHaveLength(1);
});

test("stopped while it asks the nameservers, the bot judges nothing, and asks again when it is back", async () => {
  await using relay = await Relay.start();
  await using world = await openWorld({ relay, verifyDeadlineMs: 20_000 });
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  relay.answers = false;
  await world.jonas.approves(pull);
  await world.serves("radio.acme.example", "A", "192.0.2.20");
  await world.stop();
  expect(await pull.comments("result")).toEqual([]);
  relay.answers = true;
  await world.start();
  await pull.deployed();
  expect(await statuses(world)).toEqual(["in_progress", "success"]);
});

test("approved content is served also while GitHub takes no word of it", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  const deaf = world.github.faults.onRequest(
    { method: "POST", path: "/repos/acme/dns/deployments", times: 1_000 },
    { kind: "answer", status: 503 },
  );
  await world.jonas.approves(pull);
  await world.serves("radio.acme.example", "A", "192.0.2.20");
  deaf.remove();
  await pull.deployed();
  expect(await statuses(world)).toEqual(["in_progress", "success"]);
});

test("the line goes on though GitHub refuses to be told of deployments", async () => {
  await using world = await openWorld();
  world.github.faults.onRequest(
    { method: "POST", path: "/repos/acme/dns/deployments", times: 1_000 },
    { kind: "answer", status: 403 },
  );
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await world.serves("radio.acme.example", "A", "192.0.2.20");
  await world.quiet();
  const [last] = await world.store.deployments.list(1);
  expect(last).toMatchObject({ pull: pull.number, phase: "succeeded" });
  expect(world.log.expect("error", /refuses to be told/)).toHaveLength(1);
});
