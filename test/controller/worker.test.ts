import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import { silentLog, TransientError } from "../../src/base/index.ts";
import { type Controller, type LaneHandler, retryDelay, startWorker } from "../../src/controller/index.ts";
import { waitFor } from "../../src/demo/index.ts";
import { GitHubRefused, GitHubUnavailable } from "../../src/github/index.ts";
import { EffectRefused, openStore, type Store } from "../../src/store/index.ts";

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

type Lanes = Parameters<typeof startWorker>[2];

async function openWorker(handle: LaneHandler, lanes: Lanes = [undefined, undefined]) {
  const store = await openStore({ path: ":memory:", log: silentLog });
  stores.push(store);
  const controller = { store, log: silentLog, owner: "test" } as unknown as Controller;
  return { store, worker: startWorker(controller, handle, lanes) };
}

describe("the worker", () => {
  test("works on a lane when it is bumped, at once, and once for many bumps", async () => {
    const worked: string[] = [];
    const { store, worker } = await openWorker(async (claim) => {
      worked.push(claim.key);
      return {};
    });
    await sleep(30);
    const began = performance.now();
    await store.lanes.bump(["pull:1#1", "pull:1#1", "pull:1#2"]);
    await waitFor("both", async () => (worked.length === 2 ? true : undefined));
    expect(performance.now() - began).toBeLessThan(1_000);
    await worker.stop(1_000);
    expect(worked.sort()).toEqual(["pull:1#1", "pull:1#2"]);
  });

  test("keeps a loop for deployments, however many pull requests there are", async () => {
    const never = new Promise<never>(() => undefined);
    const worked: string[] = [];
    const { store, worker } = await openWorker(
      async ({ key }) => {
        worked.push(key);
        return key.startsWith("pull:") ? never : {};
      },
      [["deploy:"], undefined],
    );
    await store.lanes.bump(["pull:1#1", "pull:1#2"]);
    await waitFor("a pull request", async () => (worked.length === 1 ? true : undefined));
    await store.lanes.bump(["deploy:1@main"]);
    await waitFor("the deployment", async () => (worked.includes("deploy:1@main") ? true : undefined));
    await worker.stop(10);
  });

  test("tries again what went wrong, later and later", async () => {
    const attempts: number[] = [];
    const { store, worker } = await openWorker(async ({ attempts: attempt }) => {
      attempts.push(attempt);
      if (attempts.length < 2) throw new Error("went wrong");
      return {};
    });
    await store.lanes.bump(["pull:1#1"]);
    await waitFor("the second try", async () => (attempts.length === 2 ? true : undefined));
    await worker.stop(1_000);
    expect(attempts).toEqual([1, 2]);
    const lane = await store.lanes.find("pull:1#1");
    expect(lane).toMatchObject({ attempts: 0, owner: undefined, lastError: undefined });
  });

  test("stopped, it ends what is under way and hands it back, due at once and not counted as a try", async () => {
    let began = false;
    const { store, worker } = await openWorker(async (_claim, _log, signal) => {
      began = true;
      await sleep(60_000, undefined, { signal });
      return {};
    });
    await store.lanes.bump(["deploy:1@main"]);
    await waitFor("it to begin", async () => (began ? true : undefined));
    const stopping = performance.now();
    await worker.stop(5_000);
    expect(performance.now() - stopping).toBeLessThan(500);
    const lane = await store.lanes.find("deploy:1@main");
    expect(lane).toMatchObject({ owner: undefined, attempts: 0 });
    expect(lane!.dueAt).toBeLessThanOrEqual(Date.now());
  });

  test("does not wait for ever for what does not end", async () => {
    let end = () => {};
    const { store, worker } = await openWorker(async () => {
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      return {};
    });
    await store.lanes.bump(["pull:1#1"]);
    await waitFor("it to begin", async () =>
      (await store.lanes.find("pull:1#1"))?.owner ? true : undefined,
    );
    const stopping = performance.now();
    await worker.stop(50);
    expect(performance.now() - stopping).toBeLessThan(1_000);
    end();
    await sleep(20);
  });
});

describe("the pause before the next try", () => {
  test("grows to a minute", () => {
    const error = new Error("went wrong");
    expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((attempts) => retryDelay(attempts, error))).toEqual([
      500, 1_000, 2_000, 5_000, 15_000, 30_000, 60_000, 60_000, 60_000,
    ]);
  });

  test("is at least what was asked for", () => {
    expect(retryDelay(1, new TransientError("asking", "busy", { retryAfter: 90_000 }))).toBe(90_000);
    const cause = new GitHubUnavailable("asking", "limited", { uncertain: false, retryAfter: 30_000 });
    expect(retryDelay(1, new EffectRefused("asking", "limited", undefined, { cause }))).toBe(30_000);
  });

  test("lets a write come to its end whose answer was lost", () => {
    expect(retryDelay(1, new GitHubUnavailable("merging", "no answer", { uncertain: true }))).toBe(1_000);
    const refused = new GitHubRefused("merging", "no", { status: 405, reason: "not-mergeable" });
    expect(retryDelay(1, refused)).toBe(500);
  });
});
