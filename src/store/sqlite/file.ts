import { DatabaseSync } from "node:sqlite";
import { messageOf, UsageError } from "../../base/index.ts";
import { sqliteCode, waitWhileBusy } from "./busy.ts";

/** "ZWst" in ASCII: marks a file as ours, see `PRAGMA application_id`. */
const APPLICATION_ID = 0x5a577374;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

/**
 * Opens or creates the database file: write-ahead log, and every commit on the disk before it is acknowledged.
 * Throws UsageError for a file that cannot be opened or is not a Zonewright database.
 */
export async function openSqliteFile(path: string): Promise<DatabaseSync> {
  const doing = `opening the store ${path}`;
  const file = openOrExplain(path, doing);
  try {
    await waitWhileBusy(file, () => refuseForeign(file, doing));
    const journal = await waitWhileBusy(file, () => pragma(file, "journal_mode = WAL"));
    if (journal !== "wal" && path !== ":memory:") {
      throw new UsageError(
        doing,
        `its journal is "${String(journal)}" and not a write-ahead log`,
        "use a local disk",
      );
    }
    file.exec("PRAGMA synchronous = FULL");
    if (pragma(file, "application_id") !== APPLICATION_ID) {
      await waitWhileBusy(file, () => file.exec(`PRAGMA application_id = ${APPLICATION_ID}`));
    }
    return file;
  } catch (error) {
    file.close();
    throw explain(error, doing);
  }
}

function openOrExplain(path: string, doing: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true });
  } catch (error) {
    throw explain(error, doing);
  }
}

function refuseForeign(file: DatabaseSync, doing: string): void {
  const id = pragma(file, "application_id");
  const tables = file.prepare("select count(*) as n from sqlite_schema").get()?.n;
  if (id !== APPLICATION_ID && (id !== 0 || tables !== 0)) {
    throw new UsageError(
      doing,
      "it is a database of another program",
      "name a file of its own for the store",
    );
  }
}

function pragma(file: DatabaseSync, text: string): unknown {
  return Object.values(file.prepare(`PRAGMA ${text}`).get() ?? {})[0];
}

function explain(error: unknown, doing: string): unknown {
  switch (sqliteCode(error)) {
    case SQLITE_CANTOPEN:
      return new UsageError(doing, messageOf(error), "its folder must exist and be writable", {
        cause: error,
      });
    case SQLITE_NOTADB:
      return new UsageError(doing, "it is not an SQLite database", "name another file for the store", {
        cause: error,
      });
    default:
      return error;
  }
}
