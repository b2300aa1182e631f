import { formatLane } from "../pull/index.ts";
import type { Database } from "./database.ts";
import { bumpLanes } from "./lanes/bump.ts";
import { type RecordedFixRequest, recordFixRequest } from "./tables/fix-requests.ts";
import { forgetCheck } from "./tables/publications.ts";
import { openPullsAt } from "./tables/pulls.ts";
import { type RecordedPush, recordPush } from "./tables/pushers.ts";
import { type RepositoryRow, upsertRepository } from "./tables/repositories.ts";
import { type RecordedReview, recordReview } from "./tables/reviews.ts";

/** One webhook as it arrived. `receivedAt` is milliseconds since 1970, `payload` the body as text. */
export interface Delivery {
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly receivedAt: number;
  readonly payload: string;
}

/** What a delivery says besides "look again": lanes to bump and facts that only its moment can tell. */
export interface DeliveryNotes {
  readonly lanes: readonly string[];
  readonly repository?: RepositoryRow;
  readonly review?: RecordedReview;
  readonly push?: RecordedPush;
  /** Somebody pressed Fix. */
  readonly fix?: RecordedFixRequest;
  /** Pulls whose check is to be published anew, whatever was published. */
  readonly reruns?: readonly { readonly repositoryId: number; readonly number: number }[];
  /** The same for all open pulls with this head, which are looked at again too. */
  readonly rerunHead?: { readonly repositoryId: number; readonly headSha: string };
}

export interface Inbox {
  /** Keeps a delivery, its facts and its bumps in one transaction; a GUID seen before changes nothing. */
  accept(delivery: Delivery, notes: DeliveryNotes): Promise<"accepted" | "duplicate">;
  find(guid: string): Promise<Delivery | undefined>;
  count(): Promise<number>;
  /** Forgets deliveries received before a moment (ms since 1970); says how many. */
  prune(olderThan: number): Promise<number>;
}

export function createInbox(database: Database, wake: (keys: readonly string[]) => void): Inbox {
  const { db } = database;
  return {
    async accept(delivery, notes) {
      const { guid, event, receivedAt, payload } = delivery;
      const accepted = await db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto("delivery")
          .values({ guid, event, receivedAt, payload, action: delivery.action ?? null })
          .onConflict((conflict) => conflict.column("guid").doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return undefined;
        if (notes.repository) await upsertRepository(tx, notes.repository);
        if (notes.review) await recordReview(tx, notes.review, delivery.action);
        if (notes.push) await recordPush(tx, notes.push);
        if (notes.fix) await recordFixRequest(tx, notes.fix);
        const ofHead = notes.rerunHead ? await openPullsAt(tx, notes.rerunHead) : [];
        for (const pull of [...(notes.reruns ?? []), ...ofHead]) {
          await forgetCheck(tx, pull.repositoryId, pull.number);
        }
        const keys = new Set([
          ...notes.lanes,
          ...ofHead.map((pull) => formatLane({ kind: "pull", ...pull })),
        ]);
        await bumpLanes(tx, [...keys], database.now());
        return [...keys];
      });
      if (accepted === undefined) return "duplicate";
      wake(accepted);
      return "accepted";
    },
    async find(guid) {
      const row = await db.selectFrom("delivery").selectAll().where("guid", "=", guid).executeTakeFirst();
      return row && { ...row, action: row.action ?? undefined };
    },
    async count() {
      const { n } = await db
        .selectFrom("delivery")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      return Number(n);
    },
    async prune(olderThan) {
      const { numDeletedRows } = await db
        .deleteFrom("delivery")
        .where("receivedAt", "<", olderThan)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
