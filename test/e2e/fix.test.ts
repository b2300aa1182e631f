import { expect, test } from "@jest/globals";
import { CDN, ZONE, zoneText, zoneWith } from "./acme.ts";
import { openWorld } from "./world.ts";

const DOTLESS = "radio\tCNAME\tedge.cdn.example";
const DOTLESS_TOO = "tv\tCNAME\tedge.cdn.example";

test("Fix commits every fix of the judged head once, and the check turns green", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS, DOTLESS_TOO));
  const head = await pull.head();
  const check = await pull.check("failure");
  await world.mia.presses("fix", check);
  const fixed = await pull.movesFrom(head);
  expect(await world.github.fileAt("acme/dns", fixed, ZONE)).toBe(zoneWith(`${DOTLESS}.`, `${DOTLESS_TOO}.`));
  await pull.check("success");
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.deployed();
  await world.serves("radio.acme.example", "CNAME", "edge.cdn.example.");
});

test("whoever pressed Fix cannot approve what it made", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const head = await pull.head();
  await world.jonas.presses("fix", await pull.check("failure"));
  await pull.movesFrom(head);
  await pull.check("success");
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.says("jonas's approval does not count (pushed to the pull request)");
  await pull.staysOpen();
  await world.kim.approves(pull);
  await pull.deployed();
});

test("whoever pressed Fix when it was done already cannot approve it either, and readers still may not press", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const head = await pull.head();
  const check = await pull.check("failure");
  await world.mia.presses("fix", check);
  await pull.movesFrom(head);
  await pull.check("success");
  await world.quiet();
  await world.jonas.presses("fix", check);
  await world.quiet();
  await world.jonas.approves(pull);
  await pull.says("jonas's approval does not count (pushed to the pull request)");
  await world.rita.presses("fix", check);
  await pull.checkSays("Fix was asked for by `rita` and not done: rita has no write access");
  await pull.staysOpen();
  expect(await world.seen.commitsSince(head, pull.branch)).toBe(1);
});

test("Fix takes a byte order mark off, and counts no column by it", async () => {
  await using world = await openWorld();
  const [, ...rest] = zoneText.split("\n");
  const text = `${["radio 300 IN CNAME edge.cdn.example", "$TTL 300", ...rest].join("\n")}`;
  const pull = await world.mia.changesZone(`\ufeff${text}`);
  const head = await pull.head();
  await world.mia.presses("fix", await pull.check("failure"));
  const fixed = await pull.movesFrom(head);
  const made = await world.github.fileAt("acme/dns", fixed, ZONE);
  expect(made).toBe(text.replace("cdn.example\n", "cdn.example.\n"));
});

test("Fix of a file that is not UTF-8 says so, and nothing of it is suggested", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({
    files: { [ZONE]: Buffer.from(`${zoneWith(`${DOTLESS} ; caf\u00e9`)}`, "latin1") },
  });
  const head = await pull.head();
  await world.mia.presses("fix", await pull.check("failure"));
  await pull.checkSays(/not done: .*acme\.example\.zone.* is not UTF-8/);
  await world.quiet();
  expect(await pull.head()).toBe(head);
  expect(await pull.suggestions()).toEqual([]);
});

test("a reader who presses Fix is refused, and the check says why", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const head = await pull.head();
  await world.rita.presses("fix", await pull.check("failure"));
  await pull.checkSays("Fix was asked for by `rita` and not done: rita has no write access");
  await world.quiet();
  expect(await pull.head()).toBe(head);
});

test("Fix of a head that moved meanwhile does nothing, and the check of the new one says so", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const old = await pull.check("failure");
  const head = await pull.head();
  const moved = await world.mia.pushes(pull, { "README.md": "# moved\n" });
  await pull.check("failure");
  await world.mia.presses("fix", old);
  await pull.checkSays(`not done: the button was that of commit ${head.slice(0, 7)}`);
  await world.quiet();
  expect(await pull.head()).toBe(moved);
});

test("pressed by two people and told twice it makes one commit", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const head = await pull.head();
  const check = await pull.check("failure");
  await world.quiet();
  world.github.faults.onWebhook({ event: "check_run.requested_action", times: 2 }, { kind: "duplicate" });
  await Promise.all([
    world.mia.presses("fix", check),
    world.mia.presses("fix", check),
    world.kim.presses("fix", check),
  ]);
  const fixed = await pull.movesFrom(head);
  await pull.check("success");
  await world.quiet();
  expect(await pull.head()).toBe(fixed);
  expect(await world.seen.commitsSince(head, pull.branch)).toBe(1);
  expect(world.writes(/PATCH .*\/git\/refs/)).toHaveLength(1);
});

test("a push that comes first wins: Fix never moves a branch from anything but what was judged", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const check = await pull.check("failure");
  await world.quiet();
  let pushed = "";
  const once = world.github.onRequest(async ({ method, path }, phase) => {
    if (phase !== "before" || method !== "PATCH" || !path.includes("/git/refs/")) return;
    once();
    pushed = await world.mia.pushes(pull, { "README.md": "# first\n" });
  });
  await world.mia.presses("fix", check);
  await pull.checkSays("and not done: the button was that of commit");
  await world.quiet();
  expect(await pull.head()).toBe(pushed);
});

test("a branch set back meanwhile stays where it was set: Fix brings nothing back", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({ files: { "README.md": "# kept\n" } });
  const kept = await pull.head();
  await world.mia.pushes(pull, { [ZONE]: zoneWith(DOTLESS) });
  const check = await pull.check("failure");
  await world.quiet();
  const once = world.github.onRequest(async ({ method, path }, phase) => {
    if (phase !== "before" || method !== "POST" || !path.endsWith("/git/commits")) return;
    once();
    await world.github.as("mia").resetBranch("acme/dns", pull.branch, kept);
  });
  await world.mia.presses("fix", check);
  await pull.checkSays("and not done: the button was that of commit");
  await world.quiet();
  expect(await pull.head()).toBe(kept);
  expect(world.writes(/PATCH .*\/git\/refs/)).toEqual([]);
});

test("where the answer to the push is lost the fix is found, and not made again", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const head = await pull.head();
  const check = await pull.check("failure");
  await world.quiet();
  world.github.faults.onRequest(
    { method: "PATCH", path: "/repos/acme/dns/git/refs/**" },
    { kind: "lost", effect: true },
  );
  await world.mia.presses("fix", check);
  await pull.movesFrom(head);
  await pull.check("success");
  await world.quiet();
  expect(await world.seen.commitsSince(head, pull.branch)).toBe(1);
});

test("Fix also reaches lines that moved in the merge result, as the base has more lines above them", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  await pull.check("failure");
  await world.olga.pushesTo("main", { [ZONE]: `; nobody's review\n; at all\n${zoneText}` });
  await world.mia.pushes(pull, {
    [CDN]: `; and more\n${await world.github.fileAt("acme/dns", "main", CDN)}`,
  });
  const head = await pull.head();
  await world.quiet();
  await world.mia.presses("fix", await pull.check("failure"));
  const fixed = await pull.movesFrom(head);
  expect(await world.github.fileAt("acme/dns", fixed, ZONE)).toBe(zoneWith(`${DOTLESS}.`));
});

test("Recheck judges again and makes a new run that says the same", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const first = await pull.check("failure");
  await world.quiet();
  await world.mia.presses("recheck", first);
  const again = await world.waitFor("another run", async () => {
    const check = await pull.check("failure");
    return check.id === first.id ? undefined : check;
  });
  expect(again.output.title).toBe(first.output.title);
});

test("a rule that keeps the bot from the branch is told, not fought", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const check = await pull.check("failure");
  await world.quiet();
  const body = { message: "Repository rule violations found", documentation_url: "", status: "422" };
  world.github.faults.onRequest(
    { method: "PATCH", path: "/repos/acme/dns/git/refs/**" },
    { kind: "answer", status: 422, body },
  );
  await world.mia.presses("fix", check);
  await pull.checkSays(/Fix was asked for by `mia` and not done: .*Repository rule violations found/);
  await world.quiet();
  expect(world.writes(/PATCH .*\/git\/refs/)).toHaveLength(1);
});

test("Fix commits to no branch that is itself deployed from", async () => {
  await using world = await openWorld({ alsoBound: { branch: "lab", zone: "lab.example." } });
  const pull = await world.mia.opensPull({ files: { [ZONE]: zoneWith(DOTLESS) }, branch: "lab" });
  const head = await pull.head();
  const check = () => pull.checks().then((all) => all.find(({ name }) => name === "zonewright (main)"));
  await world.mia.presses("fix", await world.waitFor("its check", check));
  await world.waitFor("the refusal", async () => {
    const summary = (await check())?.output.summary ?? "";
    return summary.includes("not done: lab is deployed from") ? summary : undefined;
  });
  await world.quiet();
  expect(world.github.tip("acme/dns", "lab")).toBe(head);
});
