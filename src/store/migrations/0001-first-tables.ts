import { type CreateTableBuilder, type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../engine.ts";

/** Everything the store began with. A migration that was ever released is never edited: write the next one. */
export function firstTables(engine: Engine): Migration {
  return {
    async up(db: Kysely<never>): Promise<void> {
      await createWork(db, engine);
      await createGitHubFacts(db);
      await createDeploys(db, engine);
    },
  };
}

async function createWork(db: Kysely<never>, engine: Engine): Promise<void> {
  await columns(db.schema.createTable("delivery"), {
    text: ["guid", "event", "payload"],
    optionalText: ["action"],
    integers: ["received_at"],
  })
    .addPrimaryKeyConstraint("delivery_pk", ["guid"])
    .execute();
  await db.schema.createIndex("delivery_received").on("delivery").column("received_at").execute();

  await columns(db.schema.createTable("lane"), {
    text: ["key"],
    optionalText: ["owner", "last_error"],
    integers: ["gen", "done_gen", "attempts", "fence"],
    optionalIntegers: ["due_at", "lease_until"],
  })
    .addPrimaryKeyConstraint("lane_pk", ["key"])
    .execute();
  await db.schema
    .createIndex("lane_ready")
    .on("lane")
    .expression(sql`coalesce(lease_until, due_at), key`)
    .execute();

  await columns(db.schema.createTable("op"), {
    text: ["id", "kind", "lane_key", "state"],
    optionalText: ["input", "output", "reason"],
    integers: ["fence", "created_at", "updated_at"],
  })
    .addPrimaryKeyConstraint("op_pk", ["id"])
    .execute();
  await db.schema.createIndex("op_state").on("op").columns(["state", "lane_key"]).execute();

  await columns(
    db.schema.createTable("audit").addColumn("seq", engine.types.sequence, engine.types.asSequence),
    {
      text: ["kind", "subject"],
      optionalText: ["data"],
      integers: ["at"],
    },
  ).execute();
  await db.schema.createIndex("audit_subject").on("audit").columns(["subject", "seq"]).execute();
}

async function createGitHubFacts(db: Kysely<never>): Promise<void> {
  await columns(db.schema.createTable("repository"), {
    text: ["owner", "name"],
    optionalText: ["default_branch"],
    integers: ["id", "installation_id"],
  })
    .addPrimaryKeyConstraint("repository_pk", ["id"])
    .execute();

  await columns(db.schema.createTable("pin"), { text: ["name"], integers: ["repository_id"] })
    .addPrimaryKeyConstraint("pin_pk", ["name"])
    .execute();

  await columns(db.schema.createTable("pull"), {
    text: ["state", "base_ref", "head_sha"],
    optionalText: ["evaluation"],
    integers: ["repository_id", "number", "updated_at"],
    optionalIntegers: ["ready_since"],
  })
    .addPrimaryKeyConstraint("pull_pk", ["repository_id", "number"])
    .execute();
  await db.schema.createIndex("pull_head").on("pull").columns(["repository_id", "head_sha"]).execute();

  await columns(db.schema.createTable("push"), {
    text: ["head_sha"],
    integers: ["repository_id", "user_id"],
  })
    .addPrimaryKeyConstraint("push_pk", ["repository_id", "head_sha", "user_id"])
    .execute();

  await columns(db.schema.createTable("shown_plan"), {
    text: ["head_sha", "plan_digest"],
    integers: ["repository_id", "number", "shown_at"],
  })
    .addPrimaryKeyConstraint("shown_plan_pk", [
      "repository_id",
      "number",
      "shown_at",
      "head_sha",
      "plan_digest",
    ])
    .execute();

  await columns(db.schema.createTable("review"), {
    text: ["login", "user_type", "state", "head_sha"],
    optionalText: ["commit_id"],
    integers: ["id", "repository_id", "number", "user_id", "submitted_at", "received_at"],
  })
    .addPrimaryKeyConstraint("review_pk", ["id"])
    .execute();
  await db.schema.createIndex("review_pull").on("review").columns(["repository_id", "number"]).execute();

  await columns(db.schema.createTable("publication"), {
    text: ["kind", "head_sha", "body_hash"],
    optionalText: ["plan_digest"],
    integers: ["repository_id", "number", "at"],
    optionalIntegers: ["remote_id"],
  })
    .addPrimaryKeyConstraint("publication_pk", ["repository_id", "number", "kind"])
    .execute();

  await columns(db.schema.createTable("tip"), {
    text: ["ref", "sha", "tree", "inputs_digest", "origin", "state"],
    optionalText: ["reason", "detail"],
    integers: ["repository_id", "at"],
    optionalIntegers: ["pull"],
  })
    .addPrimaryKeyConstraint("tip_pk", ["repository_id", "ref", "sha"])
    .execute();
  await db.schema.createIndex("tip_order").on("tip").columns(["repository_id", "ref", "at"]).execute();
}

async function createDeploys(db: Kysely<never>, engine: Engine): Promise<void> {
  await columns(
    db.schema.createTable("zone_version").addColumn("seq", engine.types.sequence, engine.types.asSequence),
    {
      text: ["target", "zone", "view", "content_hash", "commit_sha", "deployment_id", "text"],
      integers: ["serial", "created_at", "removed"],
    },
  )
    .addUniqueConstraint("zone_version_serial", ["target", "zone", "view", "serial"])
    .execute();
  await db.schema
    .createIndex("zone_version_order")
    .on("zone_version")
    .columns(["target", "zone", "view", "seq"])
    .execute();

  await columns(db.schema.createTable("deployment"), {
    text: ["id", "ref", "sha", "target", "phase"],
    optionalText: ["state"],
    integers: ["repository_id", "created_at", "updated_at"],
    optionalIntegers: ["pull", "github_id"],
  })
    .addPrimaryKeyConstraint("deployment_pk", ["id"])
    .execute();
  await db.schema
    .createIndex("deployment_order")
    .on("deployment")
    .columns(["repository_id", "target", "created_at"])
    .execute();

  await columns(
    db.schema.createTable("blob").addColumn("octets", engine.types.octets, (c) => c.notNull()),
    {
      text: ["oid"],
      integers: ["size", "used_at"],
    },
  )
    .addPrimaryKeyConstraint("blob_pk", ["oid"])
    .execute();
  await db.schema.createIndex("blob_used").on("blob").column("used_at").execute();
}

interface Columns {
  readonly text: readonly string[];
  readonly optionalText?: readonly string[];
  readonly integers: readonly string[];
  readonly optionalIntegers?: readonly string[];
}

function columns(
  table: CreateTableBuilder<string, string>,
  names: Columns,
): CreateTableBuilder<string, string> {
  let built = table;
  for (const name of names.text) built = built.addColumn(name, "text", (column) => column.notNull());
  for (const name of names.optionalText ?? []) built = built.addColumn(name, "text");
  for (const name of names.integers) built = built.addColumn(name, "bigint", (column) => column.notNull());
  for (const name of names.optionalIntegers ?? []) built = built.addColumn(name, "bigint");
  return built;
}
