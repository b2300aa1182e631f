import type { Database, Tx } from "../database.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";

/** A plan that stood on a pull for a head, from `shownAt` (GitHub's clock, ms since 1970) until the next one. */
export interface ShownPlan {
  readonly repositoryId: number;
  readonly number: number;
  readonly headSha: string;
  readonly planDigest: string;
  readonly shownAt: number;
}

export interface ShownPlans {
  /** Recording the same again changes nothing. */
  record(claim: Claim, plan: ShownPlan): Promise<void>;
  /** All plans ever shown on a pull, in the order they were. */
  of(repositoryId: number, number: number): Promise<ShownPlan[]>;
}

export function createShownPlans(database: Database): ShownPlans {
  return {
    record: (claim, plan) =>
      fenced(database, claim, `recording the plan shown on ${plan.repositoryId}#${plan.number}`, (tx) =>
        recordShownPlan(tx, plan),
      ),
    of: (repositoryId, number) =>
      database.db
        .selectFrom("shownPlan")
        .selectAll()
        .where("repositoryId", "=", repositoryId)
        .where("number", "=", number)
        .orderBy("shownAt")
        .orderBy("planDigest")
        .execute(),
  };
}

/** Also part of saving a publication that shows a plan. */
export async function recordShownPlan(tx: Tx, plan: ShownPlan): Promise<void> {
  const { repositoryId, number, headSha, planDigest, shownAt } = plan;
  await tx
    .insertInto("shownPlan")
    .values({ repositoryId, number, headSha, planDigest, shownAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
