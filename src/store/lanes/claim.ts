import { sql } from "kysely";
import type { Database } from "../database.ts";
import type { Claim } from "./lanes.ts";

/** When a lane can be claimed: at the end of its lease while it is held, else when it is due; null when idle. */
export const readyAt = sql<number | null>`coalesce(lease_until, due_at)`;

/** One statement finds the lane that has been ready longest and takes it. */
export async function claimLane(
  database: Database,
  owner: string,
  prefixes: readonly string[] | undefined,
): Promise<Claim | undefined> {
  const now = database.now();
  const row = await database.db
    .updateTable("lane")
    .set((eb) => ({
      owner,
      fence: eb("fence", "+", 1),
      attempts: eb("attempts", "+", 1),
      leaseUntil: eb(now, "+", database.leaseMs),
      dueAt: null,
    }))
    .where("key", "=", (eb) =>
      eb
        .selectFrom("lane")
        .select("key")
        .where(readyAt, "<=", now)
        .$if(prefixes !== undefined, (query) =>
          query.where((where) => where.or((prefixes ?? []).map((prefix) => startsWith(prefix)))),
        )
        .orderBy(readyAt)
        .orderBy("key")
        .limit(1)
        .$if(database.locksRows, (query) => query.forUpdate().skipLocked()),
    )
    .returning(["key", "gen", "fence", "attempts"])
    .executeTakeFirst();
  return row && { ...row, owner };
}

function startsWith(prefix: string) {
  return sql<boolean>`substr(key, 1, length(${prefix})) = ${prefix}`;
}
