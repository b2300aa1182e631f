import { expect, test } from "@jest/globals";
import { CDN, firstFiles, RADIO, TV, ZONE, zoneWith } from "./acme.ts";
import { openWorld } from "./world.ts";

const DOTLESS = "radio\tCNAME\tedge.cdn.example";
const DOTLESS_TOO = "tv\tCNAME\tedge.cdn.example";

test("a fix on a line of the diff is a suggestion, committed with one click", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  const [suggestion] = await pull.suggests(1);
  expect(suggestion).toMatchObject({ path: ZONE, line: 7, start_line: null });
  expect(suggestion!.body).toContain(`\`\`\`suggestion\n${DOTLESS}.\n\`\`\`\n`);
  const head = await world.mia.commitsSuggestion(pull, suggestion!);
  expect(await world.github.fileAt("acme/dns", head, ZONE)).toBe(zoneWith(`${DOTLESS}.`));
  await pull.check("success");
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.deployed();
});

test("all of them come in one review, which decides nothing, and are not offered again", async () => {
  await using world = await openWorld();
  const pull = await world.mia.changesZone(zoneWith(DOTLESS, DOTLESS_TOO));
  const first = await pull.suggests(2);
  expect(new Set(first.map((comment) => comment.pull_request_review_id)).size).toBe(1);
  await world.jonas.approves(pull);
  await pull.says("1 of 1 approval by jonas");
  await world.mia.presses("recheck", await pull.check("failure"));
  await world.quiet();
  await world.mia.pushes(pull, { [ZONE]: zoneWith(DOTLESS, DOTLESS_TOO, "www2\tCNAME\tedge.cdn.example") });
  const all = await pull.suggests(3);
  await world.quiet();
  expect((await pull.suggestions()).map(({ line }) => line)).toEqual(all.map(({ line }) => line));
  expect(world.writes(/POST .*\/reviews$/)).toHaveLength(2);
});

test("a fix outside the diff stays an annotation", async () => {
  const hosts = Array.from({ length: 20 }, (_, at) => `host${at}\tA\t192.0.2.${at + 100}`);
  const before = zoneWith(DOTLESS, ...hosts);
  await using world = await openWorld({ files: { [ZONE]: before, [CDN]: null } });
  // Only now is it known what the line in the middle means.
  const pull = await world.mia.opensPull({
    files: { [ZONE]: `${before}${DOTLESS_TOO}\n`, [CDN]: firstFiles()[CDN]! },
  });
  const { id } = await pull.check("failure");
  await world.quiet();
  expect((await world.seen.annotations(id)).map(({ start_line: line }) => line)).toEqual([7, 28]);
  expect((await pull.suggestions()).map(({ line }) => line)).toEqual([28]);
});

test("one suggestion that GitHub does not take does not lose the others", async () => {
  await using world = await openWorld();
  const refused = world.github.onRequest(({ method, path, body }, phase) => {
    if (phase !== "before" || method !== "POST" || !path.endsWith("/reviews")) return;
    const { comments } = body as { comments: { line: number }[] };
    // As if the diff that GitHub comments on were not quite the one that it lists.
    for (const comment of comments) if (comment.line === 8) comment.line = 4000;
  });
  const pull = await world.mia.changesZone(
    zoneWith(DOTLESS, DOTLESS_TOO, "www2\tCNAME\tedge.cdn.example", "www3\tCNAME\tedge.cdn.example"),
  );
  await pull.check("failure");
  const posted = await pull.suggests(3);
  await world.quiet();
  refused();
  expect(posted.map(({ line }) => line)).toEqual([7, 9, 10]);
  expect(
    world.log.lines.filter(({ message }) => message.includes("does not take this suggestion")),
  ).toHaveLength(1);
});

test("a review whose answer is lost is found, and not posted again", async () => {
  await using world = await openWorld();
  world.github.faults.onRequest(
    { method: "POST", path: "/repos/acme/dns/pulls/*/reviews" },
    { kind: "lost", effect: true },
  );
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  await pull.suggests(1);
  await world.quiet();
  expect(await pull.suggestions()).toHaveLength(1);
});

test("a head in a fork gets suggestions and no Fix button, and its owner commits them there", async () => {
  await using world = await openWorld();
  const pull = await world.rita.opensPull({ files: { [ZONE]: zoneWith(DOTLESS) }, fork: true });
  const check = await pull.check("failure");
  const [suggestion] = await pull.suggests(1);
  await expect(world.mia.presses("fix", check)).rejects.toThrow("Validation Failed");
  await world.mia.presses("recheck", check);
  await world.waitFor("another run", async () =>
    (await pull.check("failure")).id > check.id ? true : undefined,
  );
  await world.rita.commitsSuggestion(pull, suggestion!);
  await pull.check("success");
  await pull.says("0 of 1 approval");
  await world.jonas.approves(pull);
  await pull.deployed();
});

test("what a review offered is known even where the head moved before it was recorded", async () => {
  await using world = await openWorld();
  const again = [DOTLESS, DOTLESS_TOO];
  const once = world.github.onRequest(async ({ method, path }, phase) => {
    if (phase !== "after" || method !== "POST" || !path.endsWith("/reviews")) return undefined;
    once();
    await world.mia.pushes(pull, { [ZONE]: zoneWith(...again) });
    return "lose";
  });
  const pull = await world.mia.changesZone(zoneWith(DOTLESS));
  await pull.suggests(2);
  await world.quiet();
  expect((await pull.suggestions()).map(({ line }) => line)).toEqual([7, 8]);
  expect(world.writes(/POST .*\/reviews$/)).toHaveLength(2);
});

test("a push while the diff is read moves no suggestion: each is anchored where its head has the line", async () => {
  await using world = await openWorld();
  const [ABOVE, TYPO] = ["above\tA\t192.0.2.9", "www2\tCNAME\tedge.cdn.example"];
  const once = world.github.onRequest(async ({ method, path }, phase) => {
    if (phase !== "before" || method !== "GET" || !/\/pulls\/\d+\/files/.test(path)) return;
    once();
    await world.mia.pushes(pull, { [ZONE]: zoneWith(ABOVE, RADIO, TYPO, TV) });
  });
  const pull = await world.mia.changesZone(zoneWith(RADIO, TYPO, TV));
  await pull.suggests(1);
  await world.quiet();
  expect((await pull.suggestions()).map(({ line }) => line)).toEqual([9]);
  const reviews = world.github.requests.filter(
    ({ method, path }) => method === "POST" && /\/reviews$/.test(path),
  );
  expect(reviews).toHaveLength(1);
  expect(reviews[0]!.body).toMatchObject({ commit_id: await pull.head() });
});
