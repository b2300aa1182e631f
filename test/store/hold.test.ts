import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import { silentLog } from "../../src/base/index.ts";
import { type Claim, LeaseLost, openStore, type Store } from "../../src/store/index.ts";
import { claimOf } from "./harness.ts";

const LEASE_MS = 500;
const stores: Store[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** On the database's own clock, as in production. */
async function claimed(): Promise<{ store: Store; claim: Claim }> {
  const store = await openStore({ path: ":memory:", log: silentLog, leaseMs: LEASE_MS });
  stores.push(store);
  return { store, claim: await claimOf(store, "pull:1#7", "holder") };
}

describe("a hold", () => {
  test("keeps the lease longer than its length, until stopped", async () => {
    const { store, claim } = await claimed();
    const hold = store.lanes.hold(claim);
    await sleep(1.6 * LEASE_MS);
    expect(await store.lanes.claim("other")).toBeUndefined();
    expect(hold.signal.aborted).toBe(false);
    hold.stop();
    await sleep(1.2 * LEASE_MS);
    expect(await store.lanes.claim("other")).toMatchObject({ owner: "other" });
  });

  test("aborts its signal with LeaseLost when somebody else has the lane", async () => {
    const { store, claim } = await claimed();
    await sleep(LEASE_MS + 20);
    expect(await store.lanes.claim("other")).toBeDefined();
    const { signal } = store.lanes.hold(claim);
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    expect(signal.reason).toBeInstanceOf(LeaseLost);
  });
});
