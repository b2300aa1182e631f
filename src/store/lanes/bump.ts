import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../database.ts";

/**
 * Raises the generation of each lane and makes it due at `dueAt`, or earlier if it was. In the order of their keys,
 * so that two transactions that bump the same lanes never wait for each other.
 */
export async function bumpLanes(tx: Tx, keys: readonly string[], dueAt: RawBuilder<number>): Promise<void> {
  for (const key of [...new Set(keys)].sort()) {
    await tx
      .insertInto("lane")
      .values({ key, gen: 1, doneGen: 0, dueAt, attempts: 0, fence: 0 })
      .onConflict((conflict) =>
        conflict.column("key").doUpdateSet((eb) => ({
          gen: eb("lane.gen", "+", 1),
          dueAt: earlier(eb.ref("excluded.dueAt")),
        })),
      )
      .execute();
  }
}

/** The lane's due, or another if that is sooner; null counts as never. (`least` is `min` in SQLite.) */
export function earlier(due: unknown): RawBuilder<number> {
  return sql<number>`case when lane.due_at is null or lane.due_at > ${due} then ${due} else lane.due_at end`;
}
