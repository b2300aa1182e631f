import type { Database, Tx } from "../database.ts";

/** Who put a commit at the head of a pull, as the webhook of that push told; GitHub does not tell again. */
export interface RecordedPush {
  readonly repositoryId: number;
  readonly number: number;
  readonly headSha: string;
  readonly userId: number;
}

export interface Pushers {
  /** Account ids of all who ever pushed to a pull, ascending. Written through `inbox.accept` only. */
  of(repositoryId: number, number: number): Promise<number[]>;
}

export function createPushers({ db }: Database): Pushers {
  return {
    async of(repositoryId, number) {
      const rows = await db
        .selectFrom("push")
        .select("userId")
        .distinct()
        .where("repositoryId", "=", repositoryId)
        .where("number", "=", number)
        .orderBy("userId")
        .execute();
      return rows.map((row) => row.userId);
    },
  };
}

/** Records a push as part of accepting its delivery. */
export async function recordPush(
  tx: Tx,
  { repositoryId, number, headSha, userId }: RecordedPush,
): Promise<void> {
  await tx
    .insertInto("push")
    .values({ repositoryId, number, headSha, userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
