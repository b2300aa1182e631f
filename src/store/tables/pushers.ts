import type { Database, Tx } from "../database.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";

/** Who put a commit at the tip of a branch, as the webhook of that push told; GitHub does not tell again. */
export interface RecordedPush {
  readonly repositoryId: number;
  readonly headSha: string;
  readonly userId: number;
}

export interface Pushers {
  /** Who pushed these commits, as far as known, by commit and account id. */
  of(repositoryId: number, shas: readonly string[]): Promise<{ headSha: string; userId: number }[]>;
  /** Makes somebody an author of a commit that the bot is about to push for them; others come through `inbox.accept`. */
  record(claim: Claim, push: RecordedPush): Promise<void>;
}

export function createPushers(database: Database): Pushers {
  const { db } = database;
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
    record: (claim, push) =>
      fenced(database, claim, `recording who has commit ${push.headSha} pushed`, (tx) =>
        recordPush(tx, push),
      ),
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
