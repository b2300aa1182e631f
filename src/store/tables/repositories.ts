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
  /**
   * The id of the repository that had this name when it was first asked for. A name that went to another repository
   * since, or a repository that was renamed, changes nothing. Undefined while no repository has the name.
   */
  pinned(owner: string, name: string): Promise<number | undefined>;
  list(): Promise<RepositoryRow[]>;
}

export function createRepositories({ db }: Database): Repositories {
  const all = db.selectFrom("repository").selectAll();
  const byName = async (owner: string, name: string) => {
    const row = await all
      .where((eb) => eb(eb.fn("lower", ["owner"]), "=", owner.toLowerCase()))
      .where((eb) => eb(eb.fn("lower", ["name"]), "=", name.toLowerCase()))
      .orderBy("id", "desc")
      .executeTakeFirst();
    return row && repositoryFrom(row);
  };
  const pinOf = async (fullName: string) =>
    (await db.selectFrom("pin").select("repositoryId").where("name", "=", fullName).executeTakeFirst())
      ?.repositoryId;
  return {
    upsert: (row) => upsertRepository(db, row),
    async get(id) {
      const row = await all.where("id", "=", id).executeTakeFirst();
      return row && repositoryFrom(row);
    },
    byName,
    async pinned(owner, name) {
      const fullName = `${owner}/${name}`.toLowerCase();
      const known = await pinOf(fullName);
      if (known !== undefined) return known;
      const row = await byName(owner, name);
      if (row === undefined) return undefined;
      // Another process may have pinned it meanwhile: the first one counts.
      const pin = db.insertInto("pin").values({ name: fullName, repositoryId: row.id });
      await pin.onConflict((conflict) => conflict.doNothing()).execute();
      return pinOf(fullName);
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
