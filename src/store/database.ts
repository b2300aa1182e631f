import type { Kysely, RawBuilder, Transaction } from "kysely";
import type { Tables } from "./schema.ts";

export type Tx = Transaction<Tables>;

/** What every table of the store works with. */
export interface Database {
  readonly db: Kysely<Tables>;
  /** The moment, in milliseconds since 1970: the database's own clock, unless a test gave another. */
  now(): RawBuilder<number>;
  readonly leaseMs: number;
  /** See Engine.locksRows. */
  readonly locksRows: boolean;
}
