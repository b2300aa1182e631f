import { sql, type UpdateObject } from "kysely";
import type { Database } from "../database.ts";
import { keptReason } from "../reason.ts";
import type { Tables } from "../schema.ts";
import { earlier } from "./bump.ts";
import type { Claim, Outcome } from "./lanes.ts";

const free = { owner: null, leaseUntil: null };

/**
 * Ends a claim. Success settles what was asked for up to the claim; what was asked since stays due. Failure leaves
 * everything asked for, due again after `retryIn`, or earlier if a bump says so.
 */
export async function settleLane(database: Database, claim: Claim, outcome: Outcome): Promise<boolean> {
  if (!outcome.ok) {
    return update(database, claim, {
      ...free,
      dueAt: earlier(inMs(database, outcome.retryIn)),
      lastError: keptReason(outcome.error),
    });
  }
  const done = { ...free, doneGen: claim.gen, attempts: 0, lastError: null };
  if (outcome.again === undefined) return update(database, claim, done);
  return update(database, claim, {
    ...done,
    gen: sql<number>`gen + 1`,
    dueAt: earlier(inMs(database, outcome.again)),
  });
}

/** Ends a claim as if it had not been made. */
export async function releaseLane(database: Database, claim: Claim): Promise<boolean> {
  return update(database, claim, { ...free, dueAt: database.now(), attempts: sql<number>`attempts - 1` });
}

async function update(
  database: Database,
  claim: Claim,
  change: UpdateObject<Tables, "lane">,
): Promise<boolean> {
  const { numUpdatedRows } = await database.db
    .updateTable("lane")
    .set(change)
    .where("key", "=", claim.key)
    .where("fence", "=", claim.fence)
    .where("owner", "=", claim.owner)
    .where("leaseUntil", ">", database.now())
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function inMs(database: Database, ms: number) {
  return sql<number>`(${database.now()} + ${ms})`;
}
