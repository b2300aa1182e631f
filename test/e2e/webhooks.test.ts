import { expect, test } from "@jest/globals";
import { RADIO, TV, ZONE, zoneWith } from "./acme.ts";
import { openWorld } from "./world.ts";

test("webhooks that could not be delivered cost a sweep, not the change", async () => {
  await using world = await openWorld({ sweepEveryMs: 300 });
  world.github.faults.onWebhook({ times: 50 }, { kind: "fail" });
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.deployed();
  await world.serves("radio.acme.example", "A", "192.0.2.20");
});

test("where the webhooks of its pushes are lost for good, nobody knows who pushed, and one more has to approve", async () => {
  await using world = await openWorld({ sweepEveryMs: 300 });
  for (const event of ["pull_request", "push"]) {
    world.github.faults.onWebhook({ event, times: 50 }, { kind: "drop" });
  }
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says(/0 of 2 approvals: .*one more than usual: no webhook told who pushed/);
  await world.jonas.approves(pull);
  await pull.says("1 of 2 approvals");
  await world.kim.approves(pull);
  await pull.deployed();
});

test("webhooks delivered twice change nothing more", async () => {
  await using world = await openWorld();
  world.github.faults.onWebhook({ times: 50 }, { kind: "duplicate" });
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.deployed();
  await world.quiet();
  expect(world.writes(/\/merge$/)).toHaveLength(1);
  expect(await pull.comments("plan")).toHaveLength(1);
  expect(await pull.comments("result")).toHaveLength(1);
});

test("webhooks in the wrong order end in the same state", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  world.github.faults.onWebhook({ event: "pull_request.synchronize" }, { kind: "reorder", behind: 3 });
  await world.mia.pushes(pull, { [ZONE]: zoneWith(RADIO, TV) });
  await world.jonas.approves(pull);
  await pull.says("tv.acme.example");
  await world.jonas.approves(pull);
  await pull.deployed();
  await world.serves("tv.acme.example", "A", "192.0.2.21");
});

test("a review whose webhook failed is asked for again, and counts", async () => {
  await using world = await openWorld({ sweepEveryMs: 300 });
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  world.github.faults.onWebhook({ event: "pull_request_review" }, { kind: "fail" });
  await world.jonas.approves(pull);
  await pull.deployed();
  const again = world.github.deliveries.filter(({ redelivery }) => redelivery).map(({ event }) => event);
  expect(again).toContain("pull_request_review");
});

test("a review whose webhook is lost for good has to be given again", async () => {
  await using world = await openWorld({ sweepEveryMs: 300 });
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  world.github.faults.onWebhook({ event: "pull_request_review" }, { kind: "drop" });
  await world.jonas.approves(pull);
  await pull.says("the review's webhook never arrived");
  expect((await world.seen.pull(pull.number)).merged).toBe(false);
  await world.jonas.approves(pull);
  await pull.deployed();
});

test("what happened while the bot was away is made up for", async () => {
  await using world = await openWorld();
  await world.stop();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await world.jonas.approves(pull);
  await world.start();
  await pull.says(/webhook never arrived|before the plan/);
  await world.jonas.approves(pull);
  await pull.deployed();
});

test("a comment that somebody deletes is made again, one that somebody edits is put right", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  const said = await pull.says("0 of 1 approval");
  const [first] = await pull.comments("plan");
  await world.olga.deletesComment(first!.id);
  await pull.says("0 of 1 approval");
  const [second] = await pull.comments("plan");
  expect(second!.id).not.toBe(first!.id);
  expect(second!.body).toBe(said);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await world.olga.editsComment(second!.id, `${said.replace("0 of 1", "1 of 1")}`);
  await pull.says("0 of 1 approval");
  await world.quiet();
  expect(await pull.comments("plan")).toHaveLength(1);
});
