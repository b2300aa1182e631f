import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "@jest/globals";
import { silentLog } from "../../src/base/index.ts";
import { type Claim, openStore, type Store } from "../../src/store/index.ts";

export const LEASE = 30_000;
export const START = 1_800_000_000_000;

/** A clock that stands still until told. */
export class ManualClock {
  #now = START;

  now(): number {
    return this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}

/** One database file, opened by as many replicas as a test wants, all closed and deleted after it. */
export interface Bench {
  readonly path: string;
  readonly clock: ManualClock;
  open(): Promise<Store>;
}

/** Call at the top of a test file: gives each test its own bench. */
export function useBench(): () => Bench {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), "zonewright-store-"));
    cleanups.push(async () => rmSync(folder, { recursive: true }));
    const path = join(folder, "store.db");
    const clock = new ManualClock();
    return {
      path,
      clock,
      async open() {
        const store = await openStore({ path, clock, log: silentLog, leaseMs: LEASE });
        cleanups.push(() => store.close());
        return store;
      },
    };
  };
}

/** Bumps a lane and claims it. */
export async function claimOf(store: Store, key: string, owner = "worker"): Promise<Claim> {
  await store.lanes.bump([key]);
  const claim = await store.lanes.claim(owner, [key]);
  if (!claim) throw new Error(`no claim on ${key}`);
  return claim;
}
