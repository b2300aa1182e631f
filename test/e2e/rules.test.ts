import { expect, test } from "@jest/globals";
import { CHECK, CONFIG, checkText, configText, RADIO, ZONE, zoneText, zoneWith } from "./acme.ts";
import { openWorld } from "./world.ts";

test("a change of the config needs an administrator", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({
    files: { [CONFIG]: configText.replace("approvals: 1", "approvals: 2") },
  });
  await pull.check("success");
  await pull.says("approval by an administrator");
  await world.jonas.approves(pull);
  await pull.says("1 of 1 approval by jonas");
  await pull.staysOpen();
  await world.olga.approves(pull);
  await pull.merged();
  await world.quiet();
  const next = await world.mia.changesZone(zoneWith(RADIO), "next");
  await next.says("0 of 2 approvals");
});

test("a workflow is never merged", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({
    files: { ".github/workflows/ci.yml": "on: push\n", [ZONE]: zoneWith(RADIO) },
  });
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await world.olga.approves(pull);
  await pull.says("which Zonewright never merges");
  await pull.staysOpen();
});

test("a broken config says where, and the base's goes on judging", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({
    files: {
      [CONFIG]: configText.replace("checks:", "chekcs:"),
      [ZONE]: zoneWith("radio\tCNAME\tedge.cdn.example"),
    },
  });
  await pull.check("failure");
  const said = await pull.says(".github/zonewright.yml:5:1");
  expect(said).toContain("missing-trailing-dot-target");
});

test("the base's checks decide; what the pull request makes of them is shown", async () => {
  await using world = await openWorld();
  const pull = await world.mia.opensPull({
    files: {
      [CHECK]: checkText.replace("www.acme.example", "gone.acme.example"),
      [ZONE]: zoneText.replace("www\tA\t192.0.2.10\n", ""),
    },
  });
  await pull.check("failure");
  const said = await pull.says("the site has an address");
  expect(said).toContain("www.acme.example");
  expect(said).toMatch(/Checks as this change would have them[\s\S]*gone\.acme\.example/);
  expect(said).toContain("approval by an administrator");
});

test("a check that fails for want of a record names it", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneText.replace("www\tA\t192.0.2.10\n", ""));
  const check = await pull.check("failure");
  expect(check.output.title).toContain("1 failed check");
  await pull.says("**the site has an address** (owner: `@acme/web`)");
});
