import type { Database, Tx } from "../database.ts";
import { fromJson, toJson } from "../json.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";
import type { Tables } from "../schema.ts";

/** A branch whose checks are run again and again. */
export interface MonitoredBranch {
  readonly repositoryId: number;
  readonly ref: string;
}

/** The last round of a branch. Times are milliseconds, `at` since 1970. */
export interface MonitorRound extends MonitoredBranch {
  /** The deployed commit whose checks were run. */
  readonly sha: string;
  readonly at: number;
  readonly tookMs: number;
  /** What was last told of, and on which commit; undefined where nothing ever had to be. */
  readonly announced?: { readonly sha: string; readonly digest: string };
}

type Verdict = "pass" | "fail" | "unknown";

/** How a check does on a nameserver now. */
export interface CheckHealthRow {
  readonly server: string;
  readonly slug: string;
  readonly name: string;
  /** Undefined until enough rounds agree. */
  readonly verdict: Verdict | undefined;
  /** When it was first seen so. */
  readonly since: number;
  /** What was seen last, where it is something else and not often enough to count. */
  readonly turning?: { readonly verdict: Verdict; readonly since: number; readonly rounds: number };
  readonly at: number;
  /** What was found last where it did not pass. */
  readonly findings: unknown;
}

/** A time that is over, for service level figures: the periods of a check do not overlap. */
export interface CheckPeriodRow {
  readonly server: string;
  readonly slug: string;
  readonly verdict: Verdict;
  readonly since: number;
  readonly until: number;
}

export interface Monitors {
  lastRound(of: MonitoredBranch): Promise<MonitorRound | undefined>;
  /** By server and check. */
  health(of: MonitoredBranch): Promise<CheckHealthRow[]>;
  /** Those that ended after `after`, oldest first. */
  periods(of: MonitoredBranch, after: number): Promise<CheckPeriodRow[]>;
  /** Writes a round down as a whole: `health` takes the place of all there was; `announced` stays what it was. */
  saveRound(
    claim: Claim,
    round: MonitorRound,
    health: readonly CheckHealthRow[],
    ended: readonly CheckPeriodRow[],
  ): Promise<void>;
  saveAnnounced(
    claim: Claim,
    of: MonitoredBranch,
    announced: NonNullable<MonitorRound["announced"]>,
  ): Promise<void>;
}

/** Rows in one statement, for engines that bound its parameters. */
const AT_ONCE = 50;

export function createMonitors(database: Database): Monitors {
  const { db } = database;
  return {
    async lastRound({ repositoryId, ref }) {
      const query = db.selectFrom("monitorRound").selectAll();
      const row = await query
        .where("repositoryId", "=", repositoryId)
        .where("ref", "=", ref)
        .executeTakeFirst();
      return row && roundFrom(row);
    },
    async health({ repositoryId, ref }) {
      const query = db.selectFrom("checkHealth").selectAll();
      const rows = await query
        .where("repositoryId", "=", repositoryId)
        .where("ref", "=", ref)
        .orderBy("server")
        .orderBy("slug")
        .execute();
      return rows.map(healthFrom);
    },
    periods({ repositoryId, ref }, after) {
      return db
        .selectFrom("checkPeriod")
        .select(["server", "slug", "verdict", "since", "until"])
        .where("repositoryId", "=", repositoryId)
        .where("ref", "=", ref)
        .where("until", ">", after)
        .orderBy("since")
        .orderBy("server")
        .orderBy("slug")
        .execute();
    },
    saveRound: (claim, round, health, ended) =>
      fenced(database, claim, `saving a round of checks of ${round.repositoryId}@${round.ref}`, (tx) =>
        saveRound(tx, round, health, ended),
      ),
    saveAnnounced: (claim, { repositoryId, ref }, { sha, digest }) =>
      fenced(database, claim, `saving what was told of the checks of ${repositoryId}@${ref}`, async (tx) => {
        await tx
          .updateTable("monitorRound")
          .set({ announcedSha: sha, announcedDigest: digest })
          .where("repositoryId", "=", repositoryId)
          .where("ref", "=", ref)
          .execute();
      }),
  };
}

async function saveRound(
  tx: Tx,
  { repositoryId, ref, sha, at, tookMs }: MonitorRound,
  health: readonly CheckHealthRow[],
  ended: readonly CheckPeriodRow[],
): Promise<void> {
  const branch = { repositoryId, ref };
  await tx
    .insertInto("monitorRound")
    .values({ ...branch, sha, at, tookMs, announcedSha: null, announcedDigest: null })
    .onConflict((conflict) => conflict.columns(["repositoryId", "ref"]).doUpdateSet({ sha, at, tookMs }))
    .execute();
  await tx
    .deleteFrom("checkHealth")
    .where("repositoryId", "=", repositoryId)
    .where("ref", "=", ref)
    .execute();
  for (let from = 0; from < health.length; from += AT_ONCE) {
    const rows = health.slice(from, from + AT_ONCE).map(({ turning, findings, verdict, ...row }) => ({
      ...branch,
      ...row,
      verdict: verdict ?? null,
      turning: toJson(turning),
      findings: toJson(findings),
    }));
    await tx.insertInto("checkHealth").values(rows).execute();
  }
  for (let from = 0; from < ended.length; from += AT_ONCE) {
    const rows = ended.slice(from, from + AT_ONCE).map((row) => ({ ...branch, ...row }));
    await tx
      .insertInto("checkPeriod")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function roundFrom({ announcedSha, announcedDigest, ...row }: Tables["monitorRound"]): MonitorRound {
  const announced =
    announcedSha === null || announcedDigest === null
      ? undefined
      : { sha: announcedSha, digest: announcedDigest };
  return { ...row, ...(announced && { announced }) };
}

function healthFrom({ verdict, turning, findings, ...row }: Tables["checkHealth"]): CheckHealthRow {
  const { server, slug, name, since, at } = row;
  const turned = fromJson(turning) as CheckHealthRow["turning"];
  return {
    server,
    slug,
    name,
    since,
    at,
    verdict: verdict ?? undefined,
    ...(turned && { turning: turned }),
    findings: fromJson(findings),
  };
}
