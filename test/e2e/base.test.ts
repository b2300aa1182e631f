import { expect, test } from "@jest/globals";
import { CDN, RADIO, TV, ZONE, zoneText, zoneWith } from "./acme.ts";
import { openWorld } from "./world.ts";

test("a push straight to the branch is not deployed, says so, and holds the line", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  const cdn = (await world.github.fileAt("acme/dns", "main", CDN))!;
  const sha = await world.olga.pushesTo("main", { [CDN]: `${cdn}edge2\tA\t192.0.2.81\n` });
  const check = await world.waitFor("the tip's check", () => world.seen.check(sha));
  expect(check).toMatchObject({
    conclusion: "action_required",
    output: { title: "Not deployed: this commit is not approved" },
  });
  expect(check.output.summary).toContain("it was not merged by Zonewright");
  await world.jonas.approves(pull);
  await pull.says(`main is held at ${sha.slice(0, 7)}: it was not merged by Zonewright`);
  await pull.staysOpen();
  expect(await world.asks("edge2.cdn.example", "A")).toContain("rcode 3");
});

test("a held tip is not judged anew for every webhook", async () => {
  await using world = await openWorld();
  const sha = await world.olga.pushesTo("main", { [ZONE]: zoneWith(TV) });
  await world.waitFor("the tip's check", () => world.seen.check(sha));
  await world.quiet();
  const before = world.github.requests.length;
  const [repository] = await world.store.repositories.list();
  await world.store.lanes.bump([`branch:${repository!.id}@main`]);
  await world.quiet();
  const asked = world.github.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
  expect(asked.filter((line) => !line.includes("/git/"))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(2);
});

test("a push that changes nothing that is judged is carried on, and the line moves", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.olga.pushesTo("main", { "README.md": "# acme/dns, better told\n" });
  await world.jonas.approves(pull);
  await pull.deployed();
  await world.serves("radio.acme.example", "A", "192.0.2.20");
});

test("without a commit to start from nothing is deployed", async () => {
  await using world = await openWorld({ adopt: false });
  const check = await world.waitFor("the tip's check", () => world.seen.check(world.tip));
  expect(check.output.summary).toContain("`adopt`".replaceAll("`", "\\`"));
  expect(await world.asks("www.acme.example", "A")).toContain("rcode 5");
});

test("merged by a person without approval it is held", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  const sha = await world.olga.merges(pull);
  const check = await world.waitFor("the tip's check", () => world.seen.check(sha));
  expect(check.conclusion).toBe("action_required");
  await world.quiet();
  expect(await world.asks("radio.acme.example", "A")).toContain("rcode 3");
});

test("the base moves between the check and the merge: what comes of it is not what was tested, and is held", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  const cdn = (await world.github.fileAt("acme/dns", "main", CDN))!;
  const once = world.github.onRequest(async ({ method, path }, phase) => {
    if (phase !== "before" || method !== "PUT" || !path.endsWith("/merge")) return;
    once();
    await world.olga.pushesTo("main", { [CDN]: `${cdn}edge2\tA\t192.0.2.81\n` });
  });
  await world.jonas.approves(pull);
  const sha = await pull.merged();
  const check = await world.waitFor("the tip's check", () => world.seen.check(sha));
  expect(check.output.summary).toMatch(/its tree \w+ is not the tree \w+ that was tested/);
  await world.quiet();
  expect(await world.asks("radio.acme.example", "A")).toContain("rcode 3");
  expect(await world.asks("edge2.cdn.example", "A")).toContain("rcode 3");
  expect(world.log.expect("error", /not what was tested/)).toHaveLength(1);
});

test("the base moves before the merge: it is tested again on the new one", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.olga.pushesTo("main", { "README.md": "# again\n" });
  await world.jonas.approves(pull);
  const sha = await pull.deployed();
  expect(await world.github.fileAt("acme/dns", sha, "README.md")).toBe("# again\n");
  expect(await world.github.fileAt("acme/dns", sha, ZONE)).not.toBe(zoneText);
});
