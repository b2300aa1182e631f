import { type RawBuilder, sql } from "kysely";
import type { Log } from "../../base/index.ts";
import type { Database } from "../database.ts";
import type { Tables } from "../schema.ts";
import { bumpLanes } from "./bump.ts";
import { claimLane, readyAt } from "./claim.ts";
import { extendLease } from "./fence.ts";
import { holdLane } from "./hold.ts";
import type { Claim, LaneRow, Lanes } from "./lanes.ts";
import { releaseLane, settleLane } from "./settle.ts";

export interface LanesWithWake extends Lanes {
  /** Tells the listeners of a bump that another table's transaction made. */
  wake(keys: readonly string[]): void;
}

export function createLanes(database: Database, log: Log): LanesWithWake {
  const { db } = database;
  const listeners = new Set<(keys: readonly string[]) => void>();
  const heartbeat = (claim: Claim) => extendLease(database, db, claim);

  function wake(keys: readonly string[]): void {
    if (keys.length > 0) for (const listener of listeners) listener(keys);
  }

  return {
    wake,
    heartbeat,
    async bump(keys, options) {
      const due: RawBuilder<number> =
        options?.dueAt === undefined ? database.now() : sql<number>`cast(${options.dueAt} as bigint)`;
      await db.transaction().execute((tx) => bumpLanes(tx, keys, due));
      wake(keys);
    },
    claim: (owner, prefixes) => claimLane(database, owner, prefixes),
    hold: (claim) => holdLane(claim, database.leaseMs, heartbeat, log),
    settle: (claim, outcome) => settleLane(database, claim, outcome),
    release: (claim) => releaseLane(database, claim),
    async find(key) {
      const row = await db.selectFrom("lane").selectAll().where("key", "=", key).executeTakeFirst();
      return row && laneFrom(row);
    },
    async list() {
      return (await db.selectFrom("lane").selectAll().orderBy("key").execute()).map(laneFrom);
    },
    async nextDue() {
      const row = await db
        .selectFrom("lane")
        .select(readyAt.as("ready"))
        .where(readyAt, ">=", 0)
        .orderBy(readyAt)
        .limit(1)
        .executeTakeFirst();
      return row?.ready ?? undefined;
    },
    onBump(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function laneFrom(row: Tables["lane"]): LaneRow {
  return {
    ...row,
    dueAt: row.dueAt ?? undefined,
    owner: row.owner ?? undefined,
    leaseUntil: row.leaseUntil ?? undefined,
    lastError: row.lastError ?? undefined,
  };
}
