import type { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { TransientError } from "../../base/index.ts";

const SQLITE_BUSY = 5;
const PATIENCE_MS = 10_000;
const LONGEST_PAUSE_MS = 20;

/**
 * Runs a statement, and again while another connection holds the write lock. SQLite's own busy timeout would wait
 * inside the call and stop the event loop, so it is off and the waiting is done here. Inside a transaction nothing is
 * repeated. Throws TransientError after ten seconds.
 */
export async function waitWhileBusy<T>(file: DatabaseSync, attempt: () => T): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || file.isTransaction) throw error;
      if (performance.now() > deadline) {
        throw new TransientError(
          "waiting for the store's database",
          "another process has been writing to it for ten seconds",
          { cause: error },
        );
      }
    }
    await sleep(1 + Math.random() * LONGEST_PAUSE_MS);
  }
}

function isBusy(error: unknown): boolean {
  return sqliteCode(error) === SQLITE_BUSY;
}

/** SQLite's primary result code of an error thrown by node:sqlite; undefined for other errors. */
export function sqliteCode(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
}
