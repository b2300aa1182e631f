import type { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import type { Engine } from "../engine.ts";
import { sqliteDialect } from "./dialect.ts";

/** What the store must know of SQLite, and nothing else does. */
export function sqliteEngine(file: DatabaseSync): Engine {
  return {
    dialect: sqliteDialect(file),
    // SQLite searches an index for a subquery's value, not for a function of the time, and for none that was cast.
    now: sql<number>`(select round(unixepoch('subsec') * 1000))`,
    locksRows: false,
    types: {
      octets: "blob",
      sequence: "integer",
      asSequence: (column) => column.primaryKey().autoIncrement(),
    },
  };
}
