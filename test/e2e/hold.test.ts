import { expect, test } from "@jest/globals";
import { CDN, CONFIG, configText, RADIO, TV, ZONE, zoneWith } from "./acme.ts";
import { Relay } from "./relay.ts";
import { openWorld } from "./world.ts";

test("a push that only changes how changes are judged is held too", async () => {
  await using world = await openWorld();
  const weaker = `${configText}lint: { rules: { cname-dangling: off } }\n`;
  const sha = await world.olga.pushesTo("main", { [CONFIG]: weaker });
  const check = await world.waitFor("the tip's check", () => world.seen.check(sha));
  expect(check).toMatchObject({ name: "zonewright deploy (main)", conclusion: "action_required" });
});

test("a branch moved back to an older approved commit is held, and what is served stays", async () => {
  await using world = await openWorld();
  const before = world.tip;
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.deployed();
  await world.github.as("olga").resetBranch("acme/dns", "main", before);
  const held = await world.waitFor("the tip's check", async () => {
    const checks = await world.seen.checks(before);
    return checks.find(({ conclusion }) => conclusion === "action_required");
  });
  expect(held.name).toBe("zonewright deploy (main)");
  await world.quiet();
  await world.serves("radio.acme.example", "A", "192.0.2.20");
});

test("what one deployment left unconfirmed the next one asks about again", async () => {
  await using relay = await Relay.start();
  await using world = await openWorld({ relay, verifyDeadlineMs: 1_200 });
  const first = await world.mia.changesZone(zoneWith(RADIO));
  await first.says("0 of 1 approval");
  relay.answers = false;
  await world.jonas.approves(first);
  await first.tells("not every nameserver serves it yet");
  const second = await world.mia.opensPull({ files: { "README.md": "# hello\n" }, branch: "readme" });
  await second.says("0 of 1 approval");
  await world.jonas.approves(second);
  expect(await second.tells("not every nameserver serves it yet")).toContain("`acme.example.`");
  relay.answers = true;
  await second.tells("every nameserver serves exactly this commit");
  expect(await world.serial()).toBe(
    (await world.store.versions.get("public", "acme.example.", "default"))?.serial,
  );
});

test("a zone that was taken out can come back", async () => {
  await using world = await openWorld();
  const cdn = (await world.github.fileAt("acme/dns", "main", CDN))!;
  const alone = zoneWith().replace("shop\tCNAME\tedge.cdn.example.\n", "");
  const out = await world.mia.opensPull({ files: { [CDN]: null, [ZONE]: alone }, branch: "out" });
  await out.says("0 of 2 approvals");
  await world.jonas.approves(out);
  await world.kim.approves(out);
  await out.deployed();
  expect(await world.asks("edge.cdn.example", "A")).toContain("rcode 5");
  const back = await world.mia.opensPull({ files: { [CDN]: cdn }, branch: "back" });
  await back.says("0 of 1 approval");
  await world.jonas.approves(back);
  await back.deployed();
  await world.serves("edge.cdn.example", "A", "192.0.2.80");
});

test("a check that is asked for again is answered with a new run", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  const first = await pull.check("success");
  await world.quiet();
  await world.github.as("mia").rerequestCheck("acme/dns", first.id);
  const again = await world.waitFor("another run", async () => {
    const runs = await pull.checks();
    return runs.find(({ id, conclusion }) => id !== first.id && conclusion === "success");
  });
  expect(again.output.title).toBe(first.output.title);
});

test("an approval of who pushed the branch before anybody opened a pull request does not count", async () => {
  await using world = await openWorld();
  await world.jonas.pushesTo("change", { [ZONE]: zoneWith(TV) }, "main");
  const number = await world.github
    .as("mia")
    .openPull("acme/dns", { head: "change", title: "Mine, all of it" });
  const comment = async () =>
    (await world.seen.comments(number)).find(({ body }) => body.includes("zonewright:plan"));
  await world.waitFor("the plan", comment);
  await world.github.as("jonas").approve("acme/dns", number);
  await world.waitFor("the reason", async () =>
    (await comment())?.body.includes("jonas's approval does not count (pushed to the pull request)")
      ? true
      : undefined,
  );
});

test("a merge that GitHub refused the bot approves nothing when a person makes it", async () => {
  await using world = await openWorld();
  world.github.faults.onRequest(
    { method: "PUT", path: "/repos/acme/dns/pulls/*/merge", times: 1_000 },
    { kind: "answer", status: 405, body: { message: "Required status check is expected." } },
  );
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.says("GitHub refuses to merge it");
  const sha = await world.olga.merges(pull);
  const check = await world.waitFor("the tip's check", () => world.seen.check(sha));
  expect(check.conclusion).toBe("action_required");
  await world.quiet();
  expect(await world.asks("radio.acme.example", "A")).toContain("rcode 3");
});
