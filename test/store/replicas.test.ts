import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Store } from "../../src/store/index.ts";
import { LEASE, useBench } from "./harness.ts";
import { anyAction, Ledger, Replica, type Surroundings } from "./replica.ts";
import { BranchWorld } from "./world.ts";

const bench = useBench();
const MAX_ROUNDS = 50;

async function drain(store: Store, survivor: Replica, { clock }: Surroundings): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS && (await store.lanes.nextDue()) !== undefined; round++) {
    clock.advance(LEASE);
    await survivor.work();
  }
  expect(await store.lanes.nextDue()).toBeUndefined();
}

async function expectEveryBumpServed(store: Store, { ledger }: Surroundings): Promise<void> {
  const lanes = await store.lanes.list();
  expect(lanes.map((lane) => lane.key)).toEqual([...ledger.bumped.keys()].sort());
  for (const lane of lanes) {
    expect(lane).toMatchObject({ doneGen: lane.gen, owner: undefined });
    expect(ledger.served.get(lane.key)).toBeGreaterThan(ledger.bumped.get(lane.key) ?? Number.NaN);
  }
}

/** Each merge that happened is audited once, in the order it happened and by holders who followed each other. */
async function expectOneAuditRowAMerge(store: Store, { world }: Surroundings): Promise<void> {
  expect(await store.effects.open()).toEqual([]);
  for (const { key } of await store.lanes.list()) {
    const rows = (await store.audit.list({ subject: key })).map(
      (row) => row.data as { from: number; fence: number },
    );
    expect(rows.map((row) => row.from)).toEqual(Array.from({ length: world.tip(key) }, (_, index) => index));
    const fences = rows.map((row) => row.fence);
    expect(fences).toEqual([...fences].sort((a, b) => a - b));
  }
}

describe("replicas on one file, some of which crash or are stopped for longer than a lease", () => {
  test("lose no bump, record each effect once, and never let an older holder write after a newer one", async () => {
    const script = fc.array(anyAction, { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(script, script, script), async (scripts) => {
        const { open, clock } = bench();
        const around = { world: new BranchWorld(), clock, ledger: new Ledger() };
        const spare = await open();
        const survivor = new Replica(spare, "survivor", around);
        const stores = await Promise.all(scripts.map(() => open()));
        await Promise.all(
          stores.map((store, index) =>
            new Replica(store, `replica-${index}`, around, survivor).play(scripts[index] ?? []),
          ),
        );
        await drain(spare, survivor, around);
        await expectEveryBumpServed(spare, around);
        await expectOneAuditRowAMerge(spare, around);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 6000 },
    );
  }, 20_000);
});
