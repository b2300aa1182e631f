import type { Database, Tx } from "../database.ts";
import { LeaseLost } from "../errors.ts";
import type { Claim } from "./lanes.ts";

/**
 * Does a holder's writes in one transaction whose first statement extends the lease by key, fence and owner: if it
 * has ended, nothing is written and LeaseLost is thrown.
 */
export async function fenced<T>(
  database: Database,
  claim: Claim,
  doing: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return database.db.transaction().execute(async (tx) => {
    if (!(await extendLease(database, tx, claim))) throw new LeaseLost(claim.key, doing);
    return work(tx);
  });
}

/** Extends a lease that still holds by its full length from now; false if it does not hold. */
export async function extendLease(
  database: Database,
  tx: Tx | Database["db"],
  claim: Claim,
): Promise<boolean> {
  const now = database.now();
  const { numUpdatedRows } = await tx
    .updateTable("lane")
    .set((eb) => ({ leaseUntil: eb(now, "+", database.leaseMs) }))
    .where("key", "=", claim.key)
    .where("fence", "=", claim.fence)
    .where("owner", "=", claim.owner)
    .where("leaseUntil", ">", now)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
