import type { Database } from "../database.ts";

/** A cache of git blobs by object id. */
export interface Blobs {
  put(oid: string, octets: Uint8Array): Promise<void>;
  /** The blobs that are in the cache. */
  get(oids: readonly string[]): Promise<Map<string, Uint8Array>>;
  /** Drops the least recently used until at most `maxBytes` octets are kept; says how many blobs went. */
  prune(maxBytes: number): Promise<number>;
}

/** Ids in one statement: both engines bound the number of parameters. */
const BATCH = 500;
/** How exact "recently used" is, in milliseconds; without it every read would be a write. */
const USED_PRECISION = 60_000;

export function createBlobs(database: Database): Blobs {
  const { db } = database;

  async function getBatch(oids: readonly string[]) {
    const rows = await db.selectFrom("blob").select(["oid", "octets"]).where("oid", "in", oids).execute();
    await db
      .updateTable("blob")
      .set({ usedAt: database.now() })
      .where("oid", "in", oids)
      .where("usedAt", "<", (eb) => eb(database.now(), "-", USED_PRECISION))
      .execute();
    return rows;
  }

  return {
    async put(oid, octets) {
      await db
        .insertInto("blob")
        .values({ oid, octets, size: octets.byteLength, usedAt: database.now() })
        .onConflict((conflict) => conflict.column("oid").doNothing())
        .execute();
    },
    async get(oids) {
      const wanted = [...new Set(oids)];
      const found = new Map<string, Uint8Array>();
      for (let start = 0; start < wanted.length; start += BATCH) {
        for (const row of await getBatch(wanted.slice(start, start + BATCH))) found.set(row.oid, row.octets);
      }
      return found;
    },
    async prune(maxBytes) {
      const ranked = db.selectFrom("blob").select((eb) => [
        "oid",
        eb.fn
          .sum<number>("size")
          .over((over) => over.orderBy("usedAt", "desc").orderBy("oid"))
          .as("kept"),
      ]);
      const { numDeletedRows } = await db
        .deleteFrom("blob")
        .where("oid", "in", (eb) =>
          eb.selectFrom(ranked.as("ranked")).select("ranked.oid").where("kept", ">", maxBytes),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
