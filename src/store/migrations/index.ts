import type { Migration } from "kysely/migration";
import type { Engine } from "../engine.ts";
import { firstTables } from "./0001-first-tables.ts";
import { fixRequests } from "./0002-fix-requests.ts";
import { monitoring } from "./0003-monitoring.ts";

/** All migrations by name, in the order of their names, which are those of their files. */
export function migrations(engine: Engine): Readonly<Record<string, Migration>> {
  return {
    "0001-first-tables": firstTables(engine),
    "0002-fix-requests": fixRequests,
    "0003-monitoring": monitoring,
  };
}
