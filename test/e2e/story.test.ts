import { expect, test } from "@jest/globals";
import { CDN, CONFIG, configText, RADIO, ZONE, zoneText, zoneWith } from "./acme.ts";
import { openWorld } from "./world.ts";

const NEW_ZONE = `$TTL 300
@\tSOA\tns1.acme.example. hostmaster.acme.example. 1 3600 600 604800 300
@\tNS\tns1.acme.example.
www\tA\t192.0.2.99
`;

test("a change is tested, approved by a peer, merged, deployed, verified, and told", async () => {
  await using world = await openWorld();
  const serial = await world.serial();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.check("success");
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  const sha = await pull.deployed();
  await world.quiet();
  expect(await world.asks("radio.acme.example", "A")).toBe("radio.acme.example. 300 IN A 192.0.2.20");
  expect(await world.serial()).toBe(serial + 1);
  expect(world.tip).toBe(sha);
  expect(world.writes(/\/merge$/)).toHaveLength(1);
  expect(world.writes(/POST .*\/deployments$/)).toHaveLength(2);
  expect(world.writes(/POST .*\/comments$/)).toHaveLength(2);
  const judged = world.log.lines.find(({ message }) => message === "judged");
  expect(judged?.fields).toMatchObject({ repo: "acme/dns", pull: pull.number, head: await pull.head() });
});

test("a forgotten dot fails with the place and the fix, and turns green once fixed", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith("radio\tCNAME\tedge.cdn.example"));
  const failed = await pull.check("failure");
  expect(failed.output.title).toBe("1 error");
  const [annotation] = await world.seen.annotations(failed.id);
  expect(annotation).toMatchObject({
    path: ZONE,
    start_line: 7,
    start_column: 13,
    annotation_level: "failure",
    title: "missing-trailing-dot-target",
    raw_details: "-radio\tCNAME\tedge.cdn.example\n+radio\tCNAME\tedge.cdn.example.",
  });
  await pull.says("1 error in zones/acme.example.zone");
  await world.jonas.approves(pull);
  await pull.staysOpen();
  await world.mia.pushes(pull, { [ZONE]: zoneWith("radio\tCNAME\tedge.cdn.example.") });
  await pull.check("success");
  await pull.says("approved an earlier commit");
  await world.jonas.approves(pull);
  await pull.deployed();
  await world.serves("radio.acme.example", "CNAME", "edge.cdn.example.");
});

test("a change of no record is merged and deployed nowhere", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(`; the shop\n${zoneText}`);
  expect((await pull.check("success")).output.title).toBe("No record changes");
  const serial = await world.serial();
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.merged();
  await world.quiet();
  expect(await world.serial()).toBe(serial);
  expect(await pull.comments("result")).toEqual([]);
  expect(world.writes(/POST .*\/deployments$/)).toHaveLength(1);
});

test("another serial in a file is no change: the bot counts serials itself", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneText.replace(" 1 3600", " 2030010101 3600"));
  expect((await pull.check("success")).output.title).toBe("No record changes");
  const serial = await world.serial();
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.merged();
  await world.quiet();
  expect(await world.serial()).toBe(serial);
});

test("a zone that keeps its serials is served with the file's", async () => {
  const fromFile = configText.replace('    name: "{stem}"\n', '    name: "{stem}"\n    serial: from-file\n');
  await using world = await openWorld({ files: { [CONFIG]: fromFile } });
  expect(await world.serial()).toBe(1);
  const pull = await world.mia.changesZone(zoneText.replace(" 1 3600", " 7 3600"));
  await pull.check("success");
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.deployed();
  expect(await world.serial()).toBe(7);
  expect(await world.serial("cdn.example")).toBe(1);
});

test("a new zone is served once merged", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({ files: { "zones/new.example.zone": NEW_ZONE } });
  await pull.check("success");
  await pull.says("new.example");
  await world.jonas.approves(pull);
  await pull.deployed();
  await world.serves("www.new.example", "A", "192.0.2.99");
});

test("a zone that the operator did not grant fails with that reason", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({ files: { "zones/other.example.zone": NEW_ZONE } });
  await pull.check("failure");
  await pull.says(/other\.example.*operator/s);
});

test("a removed zone needs two to approve, and is served no longer", async () => {
  await using world = await openWorld({ files: { "zones/new.example.zone": NEW_ZONE } });
  await world.serves("www.new.example", "A", "192.0.2.99");
  const pull = await world.mia.opensPull({ files: { "zones/new.example.zone": null } });
  await pull.check("success");
  await pull.says("one more than usual: zone removed: 3 records of `new.example.` would be");
  await world.jonas.approves(pull);
  await pull.says("1 of 2 approvals by jonas");
  await world.kim.approves(pull);
  await pull.deployed();
  await pull.tells("no longer served");
  expect(await world.asks("www.new.example", "A")).toBe("no answer (rcode 5)");
  expect(await world.asks("www.acme.example", "A")).toContain("192.0.2.10");
});

test("a broken file fails with its place, and the other files are still judged", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({
    files: { [ZONE]: zoneWith("radio\tA\t192.0.2.300"), [CDN]: "$TTL 600\n@ SOA (" },
  });
  const { id } = await pull.check("failure");
  const annotations = await world.seen.annotations(id);
  expect(annotations.map(({ path }) => path)).toEqual(expect.arrayContaining([ZONE, CDN]));
  await pull.says("zones/acme.example.zone:7:9");
});
