import type { Database, Tx } from "../database.ts";

/** Who put a commit at the tip of a branch, as the webhook of that push told; GitHub does not tell again. */
export interface RecordedPush {
  readonly repositoryId: number;
  readonly headSha: string;
  readonly userId: number;
}

export interface Pushers {
  /** Who pushed these commits, as far as known, by commit and account id. Written through `inbox.accept` only. */
  of(repositoryId: number, shas: readonly string[]): Promise<{ headSha: string; userId: number }[]>;
}

export function createPushers({ db }: Database): Pushers {
  return {
    async of(repositoryId, shas) {
      if (shas.length === 0) return [];
      return db
        .selectFrom("push")
        .select(["headSha", "userId"])
        .where("repositoryId", "=", repositoryId)
        .where("headSha", "in", [...shas])
        .orderBy("headSha")
        .orderBy("userId")
        .execute();
    },
  };
}

/** Records a push as part of accepting its delivery. */
export async function recordPush(tx: Tx, { repositoryId, headSha, userId }: RecordedPush): Promise<void> {
  await tx
    .insertInto("push")
    .values({ repositoryId, headSha, userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
