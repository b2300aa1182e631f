import type { Database, Tx } from "../database.ts";
import { fromJson, toJson } from "../json.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";

export interface AuditEntry {
  readonly kind: string;
  /** What it is about: "1#7", "1@<sha>", "target/zone". */
  readonly subject: string;
  readonly data: unknown;
}

/** `seq` rises with every row; `at` is milliseconds since 1970. */
export interface AuditRow extends AuditEntry {
  readonly seq: number;
  readonly at: number;
}

/** What was done, append-only. */
export interface Audit {
  append(claim: Claim | undefined, entry: AuditEntry): Promise<void>;
  /** Rows in order; `after` is a `seq`, `limit` defaults to 1000. */
  list(filter?: {
    readonly subject?: string;
    readonly kind?: string;
    readonly limit?: number;
    readonly after?: number;
  }): Promise<AuditRow[]>;
}

const DEFAULT_LIMIT = 1000;

export function createAudit(database: Database): Audit {
  return {
    async append(claim, entry) {
      if (claim)
        await fenced(database, claim, `writing audit row ${entry.kind}`, (tx) =>
          insertAudit(database, tx, entry),
        );
      else await insertAudit(database, database.db, entry);
    },
    async list(filter = {}) {
      const { subject, kind, after } = filter;
      const rows = await database.db
        .selectFrom("audit")
        .selectAll()
        .$if(subject !== undefined, (query) => query.where("subject", "=", subject ?? ""))
        .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? ""))
        .$if(after !== undefined, (query) => query.where("seq", ">", after ?? 0))
        .orderBy("seq")
        .limit(filter.limit ?? DEFAULT_LIMIT)
        .execute();
      return rows.map((row) => ({ ...row, data: fromJson(row.data) }));
    },
  };
}

/** Writes an audit row as part of a transaction that does what the row tells. */
export async function insertAudit(
  database: Database,
  tx: Tx | Database["db"],
  entry: AuditEntry,
): Promise<void> {
  await tx
    .insertInto("audit")
    .values({ at: database.now(), kind: entry.kind, subject: entry.subject, data: toJson(entry.data) })
    .execute();
}
