import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Who pressed the Fix button of a check run, and what they were answered. */
export const fixRequests: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable("fix_request")
      .addColumn("repository_id", "bigint", (column) => column.notNull())
      .addColumn("number", "bigint", (column) => column.notNull())
      .addColumn("head_sha", "text", (column) => column.notNull())
      .addColumn("user_id", "bigint", (column) => column.notNull())
      .addColumn("login", "text", (column) => column.notNull())
      .addColumn("user_type", "text", (column) => column.notNull())
      .addColumn("requested_at", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("answered_head", "text")
      .addPrimaryKeyConstraint("fix_request_pk", ["repository_id", "number", "head_sha", "user_id"])
      .execute();
  },
};
