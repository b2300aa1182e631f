import { describe, expect, test } from "@jest/globals";
import { type Claim, LeaseLost, type Store } from "../../src/store/index.ts";
import { claimOf, LEASE, useBench } from "./harness.ts";
import { commit, deployment, publication, pull, shownPlan, version } from "./rows.ts";

const bench = useBench();

const effect = {
  id: "e",
  kind: "k",
  input: {},
  probe: async () => undefined,
  act: async () => ({}),
  audit: { subject: "s", data: () => ({}) },
};

/** Every write that takes a claim, with what must still be as it was. */
const writes: readonly [
  string,
  (store: Store, claim: Claim) => Promise<unknown>,
  (store: Store) => Promise<unknown>,
][] = [
  ["pulls.save", (s, c) => s.pulls.save(c, pull), (s) => s.pulls.list()],
  [
    "publications.save",
    (s, c) => s.publications.save(c, publication),
    (s) => s.publications.get(1, 7, "comment"),
  ],
  ["commits.save", (s, c) => s.commits.save(c, commit), (s) => s.commits.list(1, "main")],
  ["deployments.save", (s, c) => s.deployments.save(c, deployment), (s) => s.deployments.list(9)],
  ["versions.append", (s, c) => s.versions.append(c, version), (s) => s.versions.current("public")],
  [
    "versions.remove",
    (s, c) => s.versions.remove(c, "seeded", version.zone, version.view, "d"),
    (s) => s.versions.current("seeded"),
  ],
  ["audit.append", (s, c) => s.audit.append(c, { kind: "k", subject: "s", data: 1 }), (s) => s.audit.list()],
  ["effects.abandon", (s, c) => s.effects.abandon(c, "open", "stale"), (s) => s.effects.find("open")],
  ["shownPlans.record", (s, c) => s.shownPlans.record(c, shownPlan), (s) => s.shownPlans.of(1, 7)],
  ["effects.run", (s, c) => s.effects.run(c, effect), (s) => s.effects.find("e")],
];

async function seeded() {
  const { open, clock } = bench();
  const store = await open();
  const claim = await claimOf(store, "a", "first");
  await store.versions.append(claim, { ...version, target: "seeded" });
  const failing = { ...effect, id: "open", act: () => Promise.reject(new Error("502")) };
  await expect(store.effects.run(claim, failing)).rejects.toThrow("502");
  return { store, claim, clock };
}

describe.each(writes)("%s", (_, write, read) => {
  test("writes while the lease holds, and extends it", async () => {
    const { store, claim, clock } = await seeded();
    const before = await read(store);
    clock.advance(LEASE - 1);
    await write(store, claim);
    expect(await read(store)).not.toEqual(before);
    clock.advance(LEASE - 1);
    expect(await store.lanes.heartbeat(claim)).toBe(true);
  });

  test("throws LeaseLost and writes nothing once the lease has run out", async () => {
    const { store, claim, clock } = await seeded();
    const before = await read(store);
    clock.advance(LEASE);
    await expect(write(store, claim)).rejects.toThrow(LeaseLost);
    expect(await read(store)).toEqual(before);
  });

  test("throws LeaseLost after another holder took the lane, and after settling", async () => {
    const { store, claim, clock } = await seeded();
    clock.advance(LEASE);
    const next = (await store.lanes.claim("first"))!;
    const before = await read(store);
    await expect(write(store, claim)).rejects.toThrow(LeaseLost);
    await expect(write(store, { ...next, owner: "thief" })).rejects.toThrow(LeaseLost);
    await store.lanes.settle(next, { ok: true });
    await expect(write(store, next)).rejects.toThrow(LeaseLost);
    expect(await read(store)).toEqual(before);
  });
});
