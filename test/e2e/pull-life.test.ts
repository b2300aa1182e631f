import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { CDN, RADIO, TV, ZONE, zoneText, zoneWith } from "./acme.ts";
import { openWorld } from "./world.ts";

test("a pull request in conflict fails and says so, and goes on once that is resolved", async () => {
  await using world = await openWorld();
  const first = await world.mia.changesZone(zoneWith(RADIO), "first");
  const second = await world.kim.changesZone(zoneWith(TV), "second");
  await first.says("0 of 1 approval");
  await second.says("0 of 1 approval");
  await world.jonas.approves(first);
  await first.deployed();
  expect((await second.check("failure")).output.title).toBe("There is no merge result to test");
  await second.says("it conflicts with main");
  await world.github.as("kim").resetBranch("acme/dns", second.branch, world.tip);
  await world.kim.pushes(second, { [ZONE]: zoneWith(RADIO, TV) });
  await second.check("success");
  await second.says("0 of 1 approval");
  await world.jonas.approves(second);
  await second.deployed();
});

test("closed it leaves the line, reopened it is judged again", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.mia.closes(pull);
  await world.jonas.approves(pull);
  await world.quiet();
  expect((await world.seen.pull(pull.number)).merged).toBe(false);
  await world.mia.reopens(pull);
  await pull.deployed();
});

test("moved to a branch nobody deploys from it leaves the line and says so; moved back it is judged again", async () => {
  await using world = await openWorld();
  await world.olga.pushesTo("attic", { "README.md": "# attic\n" });
  const pull = await world.mia.opensPull({ files: { [ZONE]: zoneWith(RADIO) }, draft: true });
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.says("1 of 1 approval");
  await world.mia.retargets(pull, "attic");
  await pull.says("Not judged: nothing is deployed from `attic`");
  await world.mia.marksReady(pull);
  await pull.staysOpen();
  await world.mia.retargets(pull, "main");
  await pull.deployed();
});

test("retargeted while in line it is not merged, and the others go on", async () => {
  await using world = await openWorld();
  await world.olga.pushesTo("attic", { "README.md": "# attic\n" });
  const moved = await world.mia.changesZone(zoneWith(RADIO), "moved");
  await moved.says("0 of 1 approval");
  world.github.faults.onWebhook({ event: "pull_request.edited", times: 1 }, { kind: "drop" });
  const once = world.github.onRequest(async ({ method, path }, phase) => {
    // Just before the bot would merge, and its webhook is lost.
    if (phase === "before" && method === "GET" && path.endsWith(`/pulls/${moved.number}`)) {
      const row = await world.store.pulls.get(repositoryId, moved.number);
      if (row?.readySince === undefined) return;
      once();
      await world.mia.retargets(moved, "attic");
    }
  });
  const [repository] = await world.store.repositories.list();
  const repositoryId = repository!.id;
  await world.jonas.approves(moved);
  await moved.staysOpen();
  const other = await world.kim.opensPull({
    files: { [CDN]: (await world.github.fileAt("acme/dns", "main", CDN))!.replace("600", "700") },
    branch: "other",
  });
  await other.says("0 of 1 approval");
  await world.jonas.approves(other);
  await other.deployed();
  await moved.staysOpen();
});

test("a pull request for a branch nobody bound is left alone", async () => {
  await using world = await openWorld();
  await world.olga.pushesTo("attic", { "README.md": "# attic\n" });
  const pull = await world.mia.opensPull({ files: { [ZONE]: zoneWith(RADIO) }, base: "attic" });
  await world.jonas.approves(pull);
  await pull.staysOpen();
  expect(await pull.checks()).toEqual([]);
  expect(await pull.comments("plan")).toEqual([]);
});

test("two that are ready are merged one after the other, each deployed before the next", async () => {
  await using world = await openWorld();
  const cdn = (await world.github.fileAt("acme/dns", "main", CDN))!;
  const first = await world.mia.changesZone(zoneWith(RADIO), "first");
  const second = await world.kim.opensPull({
    files: { [CDN]: `${cdn}edge2\tA\t192.0.2.81\n` },
    branch: "second",
  });
  await first.says("0 of 1 approval");
  await second.says("0 of 1 approval");
  await Promise.all([world.jonas.approves(first), world.jonas.approves(second)]);
  await Promise.all([first.deployed(), second.deployed()]);
  await world.serves("radio.acme.example", "A", "192.0.2.20");
  await world.serves("edge2.cdn.example", "A", "192.0.2.81");
  const order = world
    .writes(/\/merge$|POST .*\/statuses$/)
    .map((line) => (line.endsWith("/merge") ? "merge" : "status"));
  expect(order.slice(-6)).toEqual(["merge", "status", "status", "merge", "status", "status"]);
});

test("each green alone and broken together: the second is tested again on the new base and not merged", async () => {
  await using world = await openWorld();
  const lines = zoneText.split("\n");
  const atTop = [...lines.slice(0, 3), "radio\tCNAME\tedge.cdn.example.", ...lines.slice(3)].join("\n");
  const first = await world.mia.changesZone(atTop, "first");
  const second = await world.kim.changesZone(zoneWith(RADIO), "second");
  await first.check("success");
  await second.check("success");
  await first.says("0 of 1 approval");
  await second.says("0 of 1 approval");
  await world.jonas.approves(first);
  await world.jonas.approves(second);
  await first.deployed();
  await second.check("failure");
  await second.says("cname-and-other-data");
  await second.staysOpen();
  await world.serves("radio.acme.example", "CNAME", "edge.cdn.example.");
});

test("an approval is for one plan: when the base makes it another, it has to be given again", async () => {
  await using world = await openWorld();
  const longer = zoneText.replace("$TTL 300", "$TTL 600");
  const first = await world.mia.changesZone(longer, "first");
  const second = await world.kim.opensPull({
    files: { [ZONE]: `${longer}${TV}\n` },
    branch: "second",
    draft: true,
  });
  await first.says("0 of 1 approval");
  await second.says("www.acme.example");
  await world.jonas.approves(second);
  await second.says("1 of 1 approval by jonas");
  // GitHub's clock has whole seconds: within the one in which the plan changes nobody knows which was seen.
  await sleep(1_100);
  await world.jonas.approves(first);
  await first.deployed();
  // Only the host is left of its plan.
  await world.kim.marksReady(second);
  await second.says("jonas's approval does not count (the plan is no longer the one that was approved)");
  await second.staysOpen();
  await sleep(1_100);
  await world.jonas.approves(second);
  await second.deployed();
  await world.serves("tv.acme.example", "A", "192.0.2.21");
});
