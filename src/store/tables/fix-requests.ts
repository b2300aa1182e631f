import type { Database, Tx } from "../database.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";
import { keptReason } from "../reason.ts";
import type { Tables } from "../schema.ts";

/** Somebody pressed Fix on the check run of a pull's head. `requestedAt` is milliseconds since 1970. */
export interface RecordedFixRequest {
  readonly repositoryId: number;
  readonly number: number;
  readonly headSha: string;
  readonly userId: number;
  readonly login: string;
  readonly userType: string;
  readonly requestedAt: number;
}

/** What became of a request; `head` is the pull's head at the time of the answer. */
export type FixAnswer =
  | { readonly state: "done"; readonly head: string }
  | { readonly state: "refused"; readonly head: string; readonly reason: string };

export interface RefusedFix extends RecordedFixRequest {
  readonly reason: string;
}

/** Presses of the Fix button. Written through `inbox.accept`, answered under the pull's lane. */
export interface FixRequests {
  /** Requests without an answer, oldest first. */
  open(repositoryId: number, number: number): Promise<RecordedFixRequest[]>;
  answer(claim: Claim, request: RecordedFixRequest, answer: FixAnswer): Promise<void>;
  /** Requests that were refused while this was the head, oldest first. */
  refused(repositoryId: number, number: number, head: string): Promise<RefusedFix[]>;
}

export function createFixRequests(database: Database): FixRequests {
  const of = (repositoryId: number, number: number) =>
    database.db
      .selectFrom("fixRequest")
      .selectAll()
      .where("repositoryId", "=", repositoryId)
      .where("number", "=", number)
      .orderBy("requestedAt")
      .orderBy("userId");
  return {
    async open(repositoryId, number) {
      const rows = await of(repositoryId, number).where("state", "=", "asked").execute();
      return rows.map(requestFrom);
    },
    async answer(claim, { repositoryId, number, headSha, userId }, answer) {
      const doing = `answering the fix asked for on ${repositoryId}#${number} by ${userId}`;
      const reason = answer.state === "refused" ? keptReason(answer.reason) : null;
      await fenced(database, claim, doing, (tx) =>
        tx
          .updateTable("fixRequest")
          .set({ state: answer.state, reason, answeredHead: answer.head })
          .where("repositoryId", "=", repositoryId)
          .where("number", "=", number)
          .where("headSha", "=", headSha)
          .where("userId", "=", userId)
          .execute(),
      );
    },
    async refused(repositoryId, number, head) {
      const rows = await of(repositoryId, number)
        .where("state", "=", "refused")
        .where("answeredHead", "=", head)
        .execute();
      return rows.map((row) => ({ ...requestFrom(row), reason: row.reason ?? "" }));
    },
  };
}

/** Records a press as part of accepting its delivery. Pressed again after a refusal it is asked for again. */
export async function recordFixRequest(tx: Tx, request: RecordedFixRequest): Promise<void> {
  const { repositoryId, number, headSha, userId, login, userType, requestedAt } = request;
  await tx
    .insertInto("fixRequest")
    .values({
      ...{ repositoryId, number, headSha, userId, login, userType, requestedAt },
      state: "asked",
      reason: null,
      answeredHead: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["repositoryId", "number", "headSha", "userId"])
        .doUpdateSet({ state: "asked", reason: null, answeredHead: null, login, requestedAt })
        .where("fixRequest.state", "=", "refused"),
    )
    .execute();
}

function requestFrom(row: Tables["fixRequest"]): RecordedFixRequest {
  const { repositoryId, number, headSha, userId, login, userType, requestedAt } = row;
  return { repositoryId, number, headSha, userId, login, userType, requestedAt };
}
