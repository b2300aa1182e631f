import type { Database, Tx } from "../database.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";
import { recordShownPlan } from "./shown-plans.ts";

export type PublicationKind = "check" | "comment" | "result" | "suggestions";

/** What was last published on a pull. `at` is milliseconds since 1970. */
export interface PublicationRow {
  readonly repositoryId: number;
  readonly number: number;
  readonly kind: PublicationKind;
  readonly remoteId: number | undefined;
  readonly headSha: string;
  readonly bodyHash: string;
  /** Digest of the plan it shows; `at` is then since when, by GitHub's clock. */
  readonly planDigest?: string | undefined;
  readonly at: number;
}

export interface Publications {
  get(repositoryId: number, number: number, kind: PublicationKind): Promise<PublicationRow | undefined>;
  /** With a plan digest, also records the plan as shown (see ShownPlans), in the same transaction. */
  save(claim: Claim, row: PublicationRow): Promise<void>;
}

export function createPublications(database: Database): Publications {
  return {
    async get(repositoryId, number, kind) {
      const row = await database.db
        .selectFrom("publication")
        .selectAll()
        .where("repositoryId", "=", repositoryId)
        .where("number", "=", number)
        .where("kind", "=", kind)
        .executeTakeFirst();
      return row && { ...row, remoteId: row.remoteId ?? undefined, planDigest: row.planDigest ?? undefined };
    },
    async save(claim, row) {
      const { repositoryId, number, kind, headSha, planDigest, at } = row;
      const values = {
        headSha,
        bodyHash: row.bodyHash,
        at,
        remoteId: row.remoteId ?? null,
        planDigest: planDigest ?? null,
      };
      await fenced(database, claim, `saving what is published on ${repositoryId}#${number}`, async (tx) => {
        await tx
          .insertInto("publication")
          .values({ repositoryId, number, kind, ...values })
          .onConflict((conflict) => conflict.columns(["repositoryId", "number", "kind"]).doUpdateSet(values))
          .execute();
        if (planDigest !== undefined) {
          await recordShownPlan(tx, { repositoryId, number, headSha, planDigest, shownAt: at });
        }
      });
    },
  };
}

/** What the check said is forgotten, not which run it was: the next publication is a new run after that one. */
export async function forgetCheck(tx: Tx, repositoryId: number, number: number): Promise<void> {
  await tx
    .updateTable("publication")
    .set({ bodyHash: "" })
    .where("repositoryId", "=", repositoryId)
    .where("number", "=", number)
    .where("kind", "=", "check")
    .execute();
}
