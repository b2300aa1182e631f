import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** How the checks do on the nameservers: the last round of each branch, each check now, and how it was before. */
export const monitoring: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable("monitor_round")
      .addColumn("repository_id", "bigint", (column) => column.notNull())
      .addColumn("ref", "text", (column) => column.notNull())
      .addColumn("sha", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("took_ms", "bigint", (column) => column.notNull())
      .addColumn("announced_sha", "text")
      .addColumn("announced_digest", "text")
      .addPrimaryKeyConstraint("monitor_round_pk", ["repository_id", "ref"])
      .execute();
    await db.schema
      .createTable("check_health")
      .addColumn("repository_id", "bigint", (column) => column.notNull())
      .addColumn("ref", "text", (column) => column.notNull())
      .addColumn("server", "text", (column) => column.notNull())
      .addColumn("slug", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("verdict", "text")
      .addColumn("since", "bigint", (column) => column.notNull())
      .addColumn("turning", "text")
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("findings", "text")
      .addPrimaryKeyConstraint("check_health_pk", ["repository_id", "ref", "server", "slug"])
      .execute();
    await db.schema
      .createTable("check_period")
      .addColumn("repository_id", "bigint", (column) => column.notNull())
      .addColumn("ref", "text", (column) => column.notNull())
      .addColumn("server", "text", (column) => column.notNull())
      .addColumn("slug", "text", (column) => column.notNull())
      .addColumn("since", "bigint", (column) => column.notNull())
      .addColumn("until", "bigint", (column) => column.notNull())
      .addColumn("verdict", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("check_period_pk", ["repository_id", "ref", "server", "slug", "since"])
      .execute();
  },
};
