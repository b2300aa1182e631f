import { expect, test } from "@jest/globals";
import { RADIO, TV, ZONE, zoneWith } from "./acme.ts";
import { openWorld } from "./world.ts";

test("nobody can approve what they opened: GitHub does not take it", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await expect(world.mia.approves(pull)).rejects.toThrow("Unprocessable Entity");
  await pull.staysOpen();
});

test("who pushed to it cannot approve it, though somebody else opened it", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await world.kim.pushes(pull, { [ZONE]: zoneWith(RADIO, TV) });
  await pull.says("tv.acme.example");
  await world.kim.approves(pull);
  await pull.says("kim's approval does not count (pushed to the pull request)");
  await pull.staysOpen();
  await world.jonas.approves(pull);
  await pull.deployed();
});

test("a reader's approval counts nothing", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.rita.approves(pull);
  await pull.says("rita's approval does not count (has no write access to the repository)");
  await pull.staysOpen();
});

test("a bot's approval counts nothing", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.robot.approves(pull);
  await pull.says(/robo\\\[bot\\\]'s approval does not count \(only a person can approve/);
  await pull.staysOpen();
});

test("a reviewer who lost the right to write no longer counts", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({ files: { [ZONE]: zoneWith(RADIO) }, draft: true });
  await pull.says("it is a draft");
  await world.jonas.approves(pull);
  await pull.says("by jonas");
  world.github.setRole("acme/dns", "jonas", "read");
  await world.mia.marksReady(pull);
  await pull.says("jonas's approval does not count (has no write access to the repository)");
  await pull.staysOpen();
});

test("a push voids the approvals before it, and the bot says so", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({ files: { [ZONE]: zoneWith(RADIO) }, draft: true });
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.says("1 of 1 approval by jonas");
  await world.mia.pushes(pull, { [ZONE]: zoneWith(RADIO, TV) });
  await world.mia.marksReady(pull);
  await pull.says("jonas's approval does not count (approved an earlier commit)");
  await pull.staysOpen();
});

test("so does a forced push of the very same change", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({ files: { [ZONE]: zoneWith(RADIO) }, draft: true });
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.says("1 of 1 approval by jonas");
  await world.mia.amends(pull, { [ZONE]: zoneWith(RADIO) }, "The same, told otherwise");
  await world.mia.marksReady(pull);
  await pull.says("jonas's approval does not count (approved an earlier commit)");
  await pull.staysOpen();
});

test("an approval given before its plan was shown counts nothing", async () => {
  await using world = await openWorld();
  const asked = world.github.onRequest(async ({ method, path }, phase) => {
    // The check is there, the comment is not yet: at that moment Jonas approves.
    if (phase === "before" && method === "POST" && path.endsWith("/comments")) {
      asked();
      await world.jonas.approves(pull);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
    }
  });
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("jonas's approval does not count (approved before the plan for this commit was shown");
  await pull.staysOpen();
});

test("a request for changes holds until its author approves", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.kim.asksForChanges(pull);
  await pull.says("kim asked for changes");
  await world.jonas.approves(pull);
  await pull.says("1 of 1 approval by jonas");
  await pull.staysOpen();
  await world.kim.approves(pull);
  await pull.deployed();
});

test("or until it is dismissed", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  const review = await world.kim.asksForChanges(pull);
  await pull.says("kim asked for changes");
  await world.jonas.approves(pull);
  await pull.says("1 of 1 approval by jonas");
  await world.olga.dismisses(pull, review);
  await pull.deployed();
});

test("a draft waits, approved or not", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({ files: { [ZONE]: zoneWith(RADIO) }, draft: true });
  await pull.says("it is a draft: mark it ready for review");
  await world.jonas.approves(pull);
  await pull.says("1 of 1 approval by jonas");
  await pull.staysOpen();
  await world.mia.marksReady(pull);
  await pull.deployed();
});
