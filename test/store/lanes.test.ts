import { describe, expect, test } from "@jest/globals";
import { claimOf, LEASE, START, useBench } from "./harness.ts";

const bench = useBench();

describe("bumping", () => {
  test("many bumps of a lane are one claim, and settling it settles them all", async () => {
    const store = await bench().open();
    await store.lanes.bump(["pull:1#7", "pull:1#7"]);
    await store.lanes.bump(["pull:1#7"]);
    const claim = await store.lanes.claim("a");
    expect(claim).toMatchObject({ key: "pull:1#7", gen: 2, fence: 1, owner: "a", attempts: 1 });
    expect(await store.lanes.settle(claim!, { ok: true })).toBe(true);
    expect(await store.lanes.claim("a")).toBeUndefined();
    expect(await store.lanes.nextDue()).toBeUndefined();
  });

  test("a bump during the work makes the lane due again afterwards", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "pull:1#7");
    await store.lanes.bump(["pull:1#7"]);
    expect(await store.lanes.claim("b")).toBeUndefined();
    await store.lanes.settle(claim, { ok: true });
    expect(await store.lanes.find("pull:1#7")).toMatchObject({ gen: 2, doneGen: 1 });
    expect(await store.lanes.claim("b")).toMatchObject({ gen: 2, fence: 2, attempts: 1 });
  });

  test("a lane is due at the time asked for, and the earlier of two wins", async () => {
    const { open, clock } = bench();
    const store = await open();
    await store.lanes.bump(["sweep:all"], { dueAt: START + 5000 });
    await store.lanes.bump(["sweep:all"], { dueAt: START + 9000 });
    expect(await store.lanes.nextDue()).toBe(START + 5000);
    expect(await store.lanes.claim("a")).toBeUndefined();
    clock.advance(5000);
    expect(await store.lanes.claim("a")).toBeDefined();
  });

  test("a delayed bump during the work is not due before its time", async () => {
    const { open, clock } = bench();
    const store = await open();
    const claim = await claimOf(store, "pull:1#7");
    await store.lanes.bump(["pull:1#7"], { dueAt: START + 5000 });
    await store.lanes.settle(claim, { ok: true });
    expect(await store.lanes.claim("a")).toBeUndefined();
    clock.advance(5000);
    expect(await store.lanes.claim("a")).toBeDefined();
  });

  test("listeners hear of bumps until they stop listening", async () => {
    const store = await bench().open();
    const heard: string[] = [];
    const stop = store.lanes.onBump((keys) => heard.push(...keys));
    await store.lanes.bump(["a", "b"]);
    stop();
    await store.lanes.bump(["c"]);
    expect(heard).toEqual(["a", "b"]);
  });
});

describe("claiming", () => {
  test("takes the lane that has been due longest", async () => {
    const { open, clock } = bench();
    const store = await open();
    await store.lanes.bump(["z"]);
    clock.advance(1);
    await store.lanes.bump(["a"]);
    expect((await store.lanes.claim("w"))?.key).toBe("z");
    expect((await store.lanes.claim("w"))?.key).toBe("a");
  });

  test("takes only lanes with one of the prefixes, in which no character is special", async () => {
    const store = await bench().open();
    await store.lanes.bump(["pull:1#7", "branch:1@main", "deploy:1@main"]);
    expect(await store.lanes.claim("w", ["pull_", "%"])).toBeUndefined();
    expect((await store.lanes.claim("w", ["branch:", "none:"]))?.key).toBe("branch:1@main");
    expect(await store.lanes.claim("w", ["branch:"])).toBeUndefined();
    expect(await store.lanes.claim("w", [])).toBeUndefined();
  });

  test("a lane held by one worker is taken by another when the lease runs out, with a higher fence", async () => {
    const { open, clock } = bench();
    const store = await open();
    const first = await claimOf(store, "pull:1#7", "first");
    expect(await store.lanes.nextDue()).toBe(START + LEASE);
    clock.advance(LEASE - 1);
    expect(await store.lanes.claim("second")).toBeUndefined();
    clock.advance(1);
    expect(await store.lanes.claim("second")).toEqual({ ...first, owner: "second", fence: 2, attempts: 2 });
  });

  test("a delayed bump does not keep an abandoned lane waiting", async () => {
    const { open, clock } = bench();
    const store = await open();
    await claimOf(store, "pull:1#7");
    await store.lanes.bump(["pull:1#7"], { dueAt: START + 10 * LEASE });
    clock.advance(LEASE);
    expect(await store.lanes.claim("second")).toMatchObject({ gen: 2 });
  });
});

describe("holding", () => {
  test("a heartbeat extends the lease; too late it does not", async () => {
    const { open, clock } = bench();
    const store = await open();
    const claim = await claimOf(store, "pull:1#7");
    clock.advance(LEASE - 1);
    expect(await store.lanes.heartbeat(claim)).toBe(true);
    clock.advance(LEASE - 1);
    expect(await store.lanes.claim("second")).toBeUndefined();
    clock.advance(1);
    expect(await store.lanes.heartbeat(claim)).toBe(false);
  });

  test("failing leaves the lane due after the pause, with its error, and counts attempts", async () => {
    const { open, clock } = bench();
    const store = await open();
    const claim = await claimOf(store, "pull:1#7");
    const error = "reading pull: 502 with ghs_abcdefghijklmnopqrstuvwxyz0123456789";
    expect(await store.lanes.settle(claim, { ok: false, error, retryIn: 1000 })).toBe(true);
    expect(await store.lanes.claim("w")).toBeUndefined();
    expect(await store.lanes.find("pull:1#7")).toMatchObject({
      doneGen: 0,
      lastError: "reading pull: 502 with [redacted]",
      owner: undefined,
    });
    clock.advance(1000);
    expect(await store.lanes.claim("w")).toMatchObject({ gen: 1, attempts: 2 });
  });

  test("a bump ends the pause after a failure", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "pull:1#7");
    await store.lanes.settle(claim, { ok: false, error: "502", retryIn: 60_000 });
    await store.lanes.bump(["pull:1#7"]);
    expect(await store.lanes.claim("w")).toMatchObject({ gen: 2, attempts: 2 });
  });

  test("success clears error and attempts, and can ask to look again later without a bump", async () => {
    const { open, clock } = bench();
    const store = await open();
    await store.lanes.settle(await claimOf(store, "a"), { ok: false, error: "502", retryIn: 0 });
    const second = (await store.lanes.claim("w"))!;
    await store.lanes.settle(second, { ok: true, again: 700 });
    expect(await store.lanes.list()).toEqual([
      {
        key: "a",
        gen: 2,
        doneGen: 1,
        dueAt: START + 700,
        attempts: 0,
        owner: undefined,
        leaseUntil: undefined,
        fence: 2,
        lastError: undefined,
      },
    ]);
    clock.advance(700);
    expect(await store.lanes.claim("w")).toMatchObject({ gen: 2, attempts: 1 });
  });

  test("a bump during the work is not put off by asking to look again later", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    await store.lanes.bump(["a"]);
    await store.lanes.settle(claim, { ok: true, again: 60_000 });
    expect(await store.lanes.claim("w")).toBeDefined();
  });

  test("a released lane is due at once and the attempt does not count", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    expect(await store.lanes.release(claim)).toBe(true);
    expect(await store.lanes.claim("w")).toMatchObject({ gen: 1, fence: 2, attempts: 1 });
    expect(await store.lanes.release(claim)).toBe(false);
  });

  test("who lost the lease settles nothing", async () => {
    const { open, clock } = bench();
    const store = await open();
    const stopped = await claimOf(store, "a", "same-name");
    clock.advance(LEASE);
    expect(await store.lanes.settle(stopped, { ok: true })).toBe(false);
    const next = (await store.lanes.claim("same-name"))!;
    expect(await store.lanes.settle({ ...next, owner: "thief" }, { ok: true })).toBe(false);
    expect(await store.lanes.settle(stopped, { ok: true })).toBe(false);
    expect(await store.lanes.settle(stopped, { ok: false, error: "x", retryIn: 0 })).toBe(false);
    expect(await store.lanes.settle(next, { ok: true })).toBe(true);
    expect(await store.lanes.settle(next, { ok: true })).toBe(false);
  });
});
