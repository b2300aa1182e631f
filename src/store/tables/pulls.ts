import type { Database, Tx } from "../database.ts";
import { fromJson, toJson } from "../json.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";
import type { Tables } from "../schema.ts";

/** What is known of a pull request. Times are milliseconds since 1970. */
export interface PullRow {
  readonly repositoryId: number;
  readonly number: number;
  readonly state: "open" | "closed";
  readonly baseRef: string;
  readonly headSha: string;
  /** Since when it could be merged: its place in the queue. */
  readonly readySince: number | undefined;
  /** JSON summary of the last evaluation. */
  readonly evaluation: unknown;
  readonly updatedAt: number;
}

export interface Pulls {
  save(claim: Claim, row: PullRow): Promise<void>;
  get(repositoryId: number, number: number): Promise<PullRow | undefined>;
  /** Open pulls by number. */
  open(repositoryId: number, baseRef?: string): Promise<PullRow[]>;
  /** Pulls last seen with this head, by number. */
  byHead(repositoryId: number, headSha: string): Promise<PullRow[]>;
  list(): Promise<PullRow[]>;
}

export function createPulls(database: Database): Pulls {
  const all = database.db.selectFrom("pull").selectAll();
  return {
    async save(claim, row) {
      const { repositoryId, number } = row;
      const values = {
        state: row.state,
        baseRef: row.baseRef,
        headSha: row.headSha,
        updatedAt: row.updatedAt,
        readySince: row.readySince ?? null,
        evaluation: toJson(row.evaluation),
      };
      await fenced(database, claim, `saving pull ${repositoryId}#${number}`, (tx) =>
        tx
          .insertInto("pull")
          .values({ repositoryId, number, ...values })
          .onConflict((conflict) => conflict.columns(["repositoryId", "number"]).doUpdateSet(values))
          .execute(),
      );
    },
    async get(repositoryId, number) {
      const row = await all
        .where("repositoryId", "=", repositoryId)
        .where("number", "=", number)
        .executeTakeFirst();
      return row && pullFrom(row);
    },
    async open(repositoryId, baseRef) {
      const rows = await all
        .where("repositoryId", "=", repositoryId)
        .where("state", "=", "open")
        .$if(baseRef !== undefined, (query) => query.where("baseRef", "=", baseRef ?? ""))
        .orderBy("number")
        .execute();
      return rows.map(pullFrom);
    },
    async byHead(repositoryId, headSha) {
      const rows = await all
        .where("repositoryId", "=", repositoryId)
        .where("headSha", "=", headSha)
        .orderBy("number")
        .execute();
      return rows.map(pullFrom);
    },
    async list() {
      return (await all.orderBy("repositoryId").orderBy("number").execute()).map(pullFrom);
    },
  };
}

/** Open pulls with this head, as part of accepting a delivery about it. */
export function openPullsAt(
  tx: Tx,
  { repositoryId, headSha }: { readonly repositoryId: number; readonly headSha: string },
): Promise<{ repositoryId: number; number: number }[]> {
  return tx
    .selectFrom("pull")
    .select(["repositoryId", "number"])
    .where("repositoryId", "=", repositoryId)
    .where("headSha", "=", headSha)
    .where("state", "=", "open")
    .orderBy("number")
    .execute();
}

function pullFrom(row: Tables["pull"]): PullRow {
  return { ...row, readySince: row.readySince ?? undefined, evaluation: fromJson(row.evaluation) };
}
