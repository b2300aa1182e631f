import { expect, test } from "@jest/globals";
import { type CheckHealthRow, LeaseLost, type MonitorRound } from "../../src/store/index.ts";
import { claimOf, useBench } from "./harness.ts";

const bench = useBench();
const branch = { repositoryId: 5_000_000_000, ref: "main" };
const round: MonitorRound = { ...branch, sha: "aaa", at: 1_000, tookMs: 12 };

function health(slug: string, more: Partial<CheckHealthRow> = {}): CheckHealthRow {
  return {
    server: "ns1",
    slug,
    name: `The ${slug}`,
    verdict: "pass",
    since: 900,
    at: 1_000,
    findings: [],
    ...more,
  };
}

async function opened() {
  const store = await bench().open();
  return { store, monitors: store.monitors, claim: await claimOf(store, "a") };
}

test("a round replaces how the checks of its branch do, and no other's", async () => {
  const { monitors, claim } = await opened();
  const failing = health("shop", {
    verdict: undefined,
    turning: { verdict: "fail", since: 1_000, rounds: 1 },
    findings: [{ check: "The shop", case: "" }],
  });
  await monitors.saveRound(claim, round, [health("site"), failing, health("old")], []);
  await monitors.saveRound(claim, { ...round, ref: "next" }, [health("other")], []);
  expect(await monitors.health(branch)).toEqual([health("old"), failing, health("site")]);
  await monitors.saveRound(claim, { ...round, at: 2_000 }, [health("site", { at: 2_000 })], []);
  expect(await monitors.health(branch)).toEqual([health("site", { at: 2_000 })]);
  expect(await monitors.health({ ...branch, ref: "next" })).toEqual([health("other")]);
  expect(await monitors.lastRound(branch)).toEqual({ ...round, at: 2_000 });
  expect(await monitors.lastRound({ ...branch, repositoryId: 1 })).toBeUndefined();
});

test("what was told stays known from round to round", async () => {
  const { monitors, claim } = await opened();
  await monitors.saveRound(claim, round, [], []);
  expect((await monitors.lastRound(branch))?.announced).toBeUndefined();
  await monitors.saveAnnounced(claim, branch, { sha: "aaa", digest: "ddd" });
  await monitors.saveRound(claim, { ...round, sha: "bbb" }, [], []);
  expect(await monitors.lastRound(branch)).toEqual({
    ...round,
    sha: "bbb",
    announced: { sha: "aaa", digest: "ddd" },
  });
});

test("periods that are over are kept, each once, and found by when they ended", async () => {
  const { monitors, claim } = await opened();
  const of = { server: "ns1", slug: "site" };
  const early = { ...of, verdict: "pass" as const, since: 100, until: 200 };
  const late = { ...of, verdict: "fail" as const, since: 200, until: 300 };
  await monitors.saveRound(claim, round, [], [late, early]);
  await monitors.saveRound(claim, round, [], [late]);
  expect(await monitors.periods(branch, 0)).toEqual([early, late]);
  expect(await monitors.periods(branch, 200)).toEqual([late]);
});

test("a thousand checks are saved in one round", async () => {
  const { monitors, claim } = await opened();
  const many = Array.from({ length: 1_000 }, (_, i) => health(`check-${String(i).padStart(4, "0")}`));
  await monitors.saveRound(claim, round, many, []);
  expect(await monitors.health(branch)).toEqual(many);
});

test("nobody writes down a round whose lease is lost", async () => {
  const { store, monitors, claim } = await opened();
  await store.lanes.settle(claim, { ok: true });
  await expect(monitors.saveRound(claim, round, [health("site")], [])).rejects.toThrow(LeaseLost);
  expect(await monitors.health(branch)).toEqual([]);
});
