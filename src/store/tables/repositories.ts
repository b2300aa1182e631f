import type { Database, Tx } from "../database.ts";
import type { Tables } from "../schema.ts";

/** A repository the App is installed on. `id` is GitHub's: names can change hands. */
export interface RepositoryRow {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly installationId: number;
  readonly defaultBranch: string | undefined;
}

export interface Repositories {
  upsert(row: RepositoryRow): Promise<void>;
  get(id: number): Promise<RepositoryRow | undefined>;
  /** Case does not count, as on GitHub. */
  byName(owner: string, name: string): Promise<RepositoryRow | undefined>;
  list(): Promise<RepositoryRow[]>;
}

export function createRepositories({ db }: Database): Repositories {
  const all = db.selectFrom("repository").selectAll();
  return {
    upsert: (row) => upsertRepository(db, row),
    async get(id) {
      const row = await all.where("id", "=", id).executeTakeFirst();
      return row && repositoryFrom(row);
    },
    async byName(owner, name) {
      const row = await all
        .where((eb) => eb(eb.fn("lower", ["owner"]), "=", owner.toLowerCase()))
        .where((eb) => eb(eb.fn("lower", ["name"]), "=", name.toLowerCase()))
        .orderBy("id", "desc")
        .executeTakeFirst();
      return row && repositoryFrom(row);
    },
    async list() {
      return (await all.orderBy("id").execute()).map(repositoryFrom);
    },
  };
}

/** Also part of accepting a delivery. */
export async function upsertRepository(tx: Tx | Database["db"], row: RepositoryRow): Promise<void> {
  const { id, owner, name, installationId } = row;
  const values = { owner, name, installationId, defaultBranch: row.defaultBranch ?? null };
  await tx
    .insertInto("repository")
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
    .execute();
}

function repositoryFrom(row: Tables["repository"]): RepositoryRow {
  return { ...row, defaultBranch: row.defaultBranch ?? undefined };
}
