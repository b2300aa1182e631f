import type { Database, Tx } from "../database.ts";

/** A review as its webhook told it. Times are milliseconds since 1970. */
export interface RecordedReview {
  readonly id: number;
  readonly repositoryId: number;
  readonly number: number;
  readonly userId: number;
  readonly login: string;
  readonly userType: string;
  readonly state: "approved" | "changes_requested" | "commented" | "dismissed";
  /** The pull's head when the review arrived. */
  readonly headSha: string;
  readonly commitId: string | undefined;
  readonly submittedAt: number;
  readonly receivedAt: number;
}

/** `planDigest` is the plan shown on the pull for exactly `headSha` when the review arrived; undefined if none was. */
export type ReviewRow = RecordedReview & { readonly planDigest: string | undefined };

export interface Reviews {
  /** Reviews of a pull in the order they were submitted. They are written through `inbox.accept` only. */
  of(repositoryId: number, number: number): Promise<ReviewRow[]>;
}

export function createReviews({ db }: Database): Reviews {
  return {
    async of(repositoryId, number) {
      const rows = await db
        .selectFrom("review")
        .selectAll()
        .where("repositoryId", "=", repositoryId)
        .where("number", "=", number)
        .orderBy("submittedAt")
        .orderBy("id")
        .execute();
      return rows.map((row) => ({
        ...row,
        commitId: row.commitId ?? undefined,
        planDigest: row.planDigest ?? undefined,
      }));
    },
  };
}

/**
 * Records a review as part of accepting its delivery. Only the event of its submission binds it to a head and a plan:
 * any later one may arrive when the pull has another head, so it changes the state alone. A dismissal stays, also
 * when the events arrive in the wrong order.
 */
export async function recordReview(
  tx: Tx,
  review: RecordedReview,
  action: string | undefined,
): Promise<void> {
  const submitted = action === "submitted";
  const { numUpdatedRows } = await tx
    .updateTable("review")
    .set({ state: review.state })
    .where("id", "=", review.id)
    .where("state", "!=", "dismissed")
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n || !(submitted || review.state === "dismissed")) return;
  const planDigest = submitted ? await planShown(tx, review) : null;
  await tx
    .insertInto("review")
    .values({
      id: review.id,
      repositoryId: review.repositoryId,
      number: review.number,
      userId: review.userId,
      login: review.login,
      userType: review.userType,
      state: review.state,
      headSha: review.headSha,
      commitId: review.commitId ?? null,
      submittedAt: review.submittedAt,
      receivedAt: review.receivedAt,
      planDigest,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** The plan that the pull shows for exactly this head; null when it shows none, or two that differ. */
async function planShown(tx: Tx, review: RecordedReview): Promise<string | null> {
  const shown = await tx
    .selectFrom("publication")
    .select("planDigest")
    .distinct()
    .where("repositoryId", "=", review.repositoryId)
    .where("number", "=", review.number)
    .where("headSha", "=", review.headSha)
    .where("planDigest", "is not", null)
    .execute();
  return shown.length === 1 ? (shown[0]?.planDigest ?? null) : null;
}
