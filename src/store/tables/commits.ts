import type { Database } from "../database.ts";
import { fromJson, toJson } from "../json.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";
import type { Tables } from "../schema.ts";

/** A commit seen at the tip of a deploy branch, and whether it may be deployed. */
export interface CommitRow {
  readonly repositoryId: number;
  readonly ref: string;
  readonly sha: string;
  readonly tree: string;
  /** Digest over every file its evaluation read. */
  readonly inputsDigest: string;
  readonly origin: "merged" | "adopted" | "carried" | "unapproved";
  readonly pull?: number | undefined;
  readonly state: "approved" | "held";
  readonly reason?: string | undefined;
  readonly detail: unknown;
  /** When it was seen as the tip (ms since 1970): the order of `list` and `latestApproved`. */
  readonly at: number;
}

export interface Commits {
  save(claim: Claim, row: CommitRow): Promise<void>;
  /** Without `ref`, the newest record of the commit on any branch. */
  get(repositoryId: number, sha: string, ref?: string): Promise<CommitRow | undefined>;
  latestApproved(repositoryId: number, ref: string): Promise<CommitRow | undefined>;
  /** Newest first. */
  list(repositoryId: number, ref: string): Promise<CommitRow[]>;
}

export function createCommits(database: Database): Commits {
  const newestFirst = database.db.selectFrom("tip").selectAll().orderBy("at", "desc").orderBy("sha");
  return {
    async save(claim, row) {
      const { repositoryId, ref, sha } = row;
      const values = {
        tree: row.tree,
        inputsDigest: row.inputsDigest,
        origin: row.origin,
        state: row.state,
        at: row.at,
        pull: row.pull ?? null,
        reason: row.reason ?? null,
        detail: toJson(row.detail),
      };
      await fenced(database, claim, `saving commit ${sha} of ${repositoryId}@${ref}`, (tx) =>
        tx
          .insertInto("tip")
          .values({ repositoryId, ref, sha, ...values })
          .onConflict((conflict) => conflict.columns(["repositoryId", "ref", "sha"]).doUpdateSet(values))
          .execute(),
      );
    },
    async get(repositoryId, sha, ref) {
      const row = await newestFirst
        .where("repositoryId", "=", repositoryId)
        .where("sha", "=", sha)
        .$if(ref !== undefined, (query) => query.where("ref", "=", ref ?? ""))
        .executeTakeFirst();
      return row && commitFrom(row);
    },
    async latestApproved(repositoryId, ref) {
      const row = await newestFirst
        .where("repositoryId", "=", repositoryId)
        .where("ref", "=", ref)
        .where("state", "=", "approved")
        .limit(1)
        .executeTakeFirst();
      return row && commitFrom(row);
    },
    async list(repositoryId, ref) {
      const rows = await newestFirst
        .where("repositoryId", "=", repositoryId)
        .where("ref", "=", ref)
        .execute();
      return rows.map(commitFrom);
    },
  };
}

function commitFrom(row: Tables["tip"]): CommitRow {
  return {
    ...row,
    pull: row.pull ?? undefined,
    reason: row.reason ?? undefined,
    detail: fromJson(row.detail),
  };
}
