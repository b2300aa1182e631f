import { expect, test } from "@jest/globals";
import type { RequestEffect, RequestMatch } from "../../src/demo/github/index.ts";
import { RADIO, TV, zoneWith } from "./acme.ts";
import { openWorld, type World } from "./world.ts";

const REPO = "/repos/acme/dns";

async function tellsItOnce(world: World): Promise<void> {
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.deployed();
  await world.serves("radio.acme.example", "A", "192.0.2.20");
  await world.quiet();
  const deployments = await world.seen.deployments();
  const merges = world.github.requests.filter(
    ({ path, status }) => path.endsWith("/merge") && status === 200,
  );
  expect({
    merged: (await world.seen.pull(pull.number)).merged,
    merges: merges.length <= 1,
    plans: (await pull.comments("plan")).length,
    results: (await pull.comments("result")).length,
    deployments: deployments.length,
    checks: (await pull.checks()).length,
    commits: await world.seen.commitsSince(deployments.at(-1)!.sha, "main"),
  }).toEqual({ merged: true, merges: true, plans: 1, results: 1, deployments: 2, checks: 1, commits: 2 });
}

const faults: readonly (readonly [string, RequestMatch, RequestEffect])[] = [
  ["the merge is answered 500 and not done", merge(), { kind: "answer", status: 500 }],
  ["the merge is answered 502 and done", merge(), { kind: "answer-after", status: 502 }],
  ["the answer to the merge is lost", merge(), { kind: "lost", effect: true }],
  ["the merge is lost on its way", merge(), { kind: "lost", effect: false }],
  [
    "GitHub says that the base was modified",
    merge(),
    {
      kind: "answer",
      status: 405,
      body: {
        message: "Base branch was modified. Review and try the merge again.",
        documentation_url: "https://docs.github.com/rest",
      },
    },
  ],
  ["the answer to the check run is lost", post("/check-runs"), { kind: "lost", effect: true }],
  ["the answer to the plan's comment is lost", post("/issues/*/comments"), { kind: "lost", effect: true }],
  [
    "the answer to the result's comment is 502",
    post("/issues/*/comments", 1),
    { kind: "answer-after", status: 502 },
  ],
  ["the answer to the deployment is lost", post("/deployments"), { kind: "lost", effect: true }],
  [
    "the answer to a deployment status is lost",
    post("/deployments/*/statuses", 1),
    { kind: "lost", effect: true },
  ],
];

test.each(faults)("everything happens once though %s", async (_what, match, effect) => {
  await using world = await openWorld();
  const fault = world.github.faults.onRequest(match, effect);
  await tellsItOnce(world);
  expect(fault.hits).toBe(1);
});

test.each([
  ["403", { status: 403, headers: { "retry-after": "1" } }],
  ["429", { status: 429, headers: { "retry-after": "1" } }],
] as const)("a pause that GitHub asks for with %s is kept, and nothing is lost", async (_status, answer) => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  const fault = world.github.faults.onRequest({ path: `${REPO}/**` }, { kind: "answer", ...answer });
  await world.jonas.approves(pull);
  await world.waitFor("the refusal", async () => (fault.hits > 0 ? true : undefined));
  const refused = world.github.requests.length;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const during = world.github.requests.slice(refused).filter(({ actor }) => actor === "zonewright[bot]");
  expect(during.length).toBeLessThanOrEqual(3);
  await pull.deployed();
});

test("GitHub away for a while loses nothing", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  const away = world.github.faults.onRequest(
    { path: `${REPO}/**`, times: 1_000 },
    { kind: "answer", status: 503 },
  );
  await world.jonas.approves(pull);
  await world.waitFor("the bot to have tried", async () => (away.hits > 3 ? true : undefined));
  away.remove();
  await pull.deployed();
});

test("a merge that GitHub refuses is told, and the next in line goes on", async () => {
  await using world = await openWorld();
  const refused = await world.mia.changesZone(zoneWith(RADIO), "refused");
  await refused.says("0 of 1 approval");
  world.github.faults.onRequest(merge(), {
    kind: "answer",
    status: 405,
    body: {
      message: "Repository rule violations found",
      documentation_url: "https://docs.github.com/rest",
    },
  });
  await world.jonas.approves(refused);
  await refused.says("GitHub refuses to merge it");
  await refused.says("Repository rule violations found");
  await refused.staysOpen();
  const next = await world.kim.opensPull({ files: { "README.md": "# more\n" }, branch: "next" });
  await next.says("0 of 1 approval");
  await world.jonas.approves(next);
  // The base moved with it: the refused one is tried again, and merged.
  await next.merged();
  await refused.deployed();
});

test("a head that moves while it is merged is not merged", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(RADIO));
  await pull.says("0 of 1 approval");
  const once = world.github.onRequest(async ({ method, path }, phase) => {
    if (phase !== "before" || method !== "PUT" || !path.endsWith("/merge")) return;
    once();
    await world.mia.pushes(pull, { "zones/acme.example.zone": zoneWith(RADIO, TV) });
  });
  await world.jonas.approves(pull);
  await pull.says("jonas's approval does not count (approved an earlier commit)");
  await pull.staysOpen();
});

function merge(): RequestMatch {
  return { method: "PUT", path: `${REPO}/pulls/*/merge` };
}

function post(path: string, skip = 0): RequestMatch {
  return { method: "POST", path: `${REPO}${path}`, skip };
}
