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

export interface Reviews {
  /** Reviews of a pull in the order they were submitted. They are written through `inbox.accept` only. */
  of(repositoryId: number, number: number): Promise<RecordedReview[]>;
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
      return rows.map((row) => ({ ...row, commitId: row.commitId ?? undefined }));
    },
  };
}

/**
 * Records a review as part of accepting its delivery. Only the event of its submission binds it to a head: any
 * later one may arrive when the pull has another head, so it changes the state alone. A dismissal stays, also
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
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}
