import { type Kysely, sql } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { UsageError, ZonewrightError } from "../base/index.ts";
import type { Engine } from "./engine.ts";
import { migrations } from "./migrations/index.ts";
import type { Tables } from "./schema.ts";

/**
 * Brings the tables up to this version in one transaction: all of it or nothing, and one process at a time. Throws
 * UsageError when the database was migrated by a newer Zonewright.
 */
export async function migrate(db: Kysely<Tables>, engine: Engine, path: string): Promise<void> {
  const known = migrations(engine);
  await db.transaction().execute(async (plugged) => {
    const tx = plugged.withoutPlugins();
    const newer = (await appliedMigrations(tx)).filter((name) => !(name in known));
    if (newer.length > 0) {
      throw new UsageError(
        `opening the store ${path}`,
        `a newer Zonewright has changed it (${newer.join(", ")})`,
        "run that version or a later one",
      );
    }
    const migrator = new Migrator({ db: tx, provider: { getMigrations: async () => ({ ...known }) } });
    const { error } = await migrator.migrateToLatest();
    if (error) {
      throw new ZonewrightError(`migrating the store ${path}`, "the database refused", undefined, {
        cause: error,
      });
    }
  });
}

async function appliedMigrations(tx: Kysely<Tables>): Promise<string[]> {
  const tables = await tx.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(tx);
  return rows.map((row) => row.name);
}
