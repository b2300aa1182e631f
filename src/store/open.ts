import { CamelCasePlugin, Kysely, sql } from "kysely";
import { UsageError } from "../base/index.ts";
import type { Database } from "./database.ts";
import { createEffects } from "./effects/create.ts";
import { createInbox } from "./inbox.ts";
import { createLanes } from "./lanes/create.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./schema.ts";
import { sqliteEngine } from "./sqlite/engine.ts";
import { openSqliteFile } from "./sqlite/file.ts";
import type { Store, StoreOptions } from "./store.ts";
import { createAudit } from "./tables/audit.ts";
import { createBlobs } from "./tables/blobs.ts";
import { createCommits } from "./tables/commits.ts";
import { createDeployments } from "./tables/deployments.ts";
import { createFixRequests } from "./tables/fix-requests.ts";
import { createMonitors } from "./tables/monitors.ts";
import { createPublications } from "./tables/publications.ts";
import { createPulls } from "./tables/pulls.ts";
import { createPushers } from "./tables/pushers.ts";
import { createRepositories } from "./tables/repositories.ts";
import { createReviews } from "./tables/reviews.ts";
import { createShownPlans } from "./tables/shown-plans.ts";
import { createVersions } from "./tables/versions.ts";

const DEFAULT_LEASE_MS = 30_000;

/**
 * Opens the store, creating or migrating its database. Several processes may open one file: leases and fences keep
 * them apart. Throws UsageError for a file that cannot be opened, is no Zonewright database, or is a newer one's.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { clock, path } = options;
  const leaseMs = leaseOf(options);
  const engine = sqliteEngine(await openSqliteFile(path));
  const db = new Kysely<Tables>({ dialect: engine.dialect, plugins: [new CamelCasePlugin()] });
  try {
    await migrate(db, engine, path);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return storeOver(options, {
    db,
    now: clock ? () => sql<number>`cast(${clock.now()} as bigint)` : () => engine.now,
    leaseMs,
    locksRows: engine.locksRows,
  });
}

function storeOver(options: StoreOptions, database: Database): Store {
  const lanes = createLanes(database, options.log);
  return {
    inbox: createInbox(database, lanes.wake),
    lanes,
    effects: createEffects(database),
    audit: createAudit(database),
    repositories: createRepositories(database),
    pulls: createPulls(database),
    reviews: createReviews(database),
    pushers: createPushers(database),
    fixRequests: createFixRequests(database),
    publications: createPublications(database),
    shownPlans: createShownPlans(database),
    commits: createCommits(database),
    versions: createVersions(database),
    deployments: createDeployments(database),
    monitors: createMonitors(database),
    blobs: createBlobs(database),
    close: () => database.db.destroy(),
  };
}

function leaseOf({ leaseMs = DEFAULT_LEASE_MS }: StoreOptions): number {
  if (Number.isInteger(leaseMs) && leaseMs > 0) return leaseMs;
  throw new UsageError(
    "opening the store",
    `a lease of ${leaseMs} ms is no lease`,
    "give whole milliseconds above 0",
  );
}
