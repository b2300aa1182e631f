import type { InsertObject, Selectable } from "kysely";
import { InvariantError } from "../../base/index.ts";
import type { Database, Tx } from "../database.ts";
import { fenced } from "../lanes/fence.ts";
import type { Claim } from "../lanes/lanes.ts";
import type { Tables } from "../schema.ts";
import { isAbove, successor } from "./serial.ts";

/** One content of one zone under one serial, for ever. `createdAt` is milliseconds since 1970. */
export interface VersionRow {
  readonly target: string;
  readonly zone: string;
  readonly view: string;
  readonly serial: number;
  readonly contentHash: string;
  readonly commitSha: string;
  readonly deploymentId: string;
  /** The canonical zone file; empty where the zone was taken out. */
  readonly text: string;
  readonly createdAt: number;
  /** True for the row that says the zone was taken out; its serial is spent all the same. */
  readonly removed?: boolean;
}

/** The versions of each zone that a target was given; the newest twenty are kept. */
export interface ZoneVersions {
  /** What a target is to serve: the latest version of each zone not taken out, by zone and view. */
  current(target: string): Promise<VersionRow[]>;
  /** The latest row of a zone, also when it was taken out. */
  get(target: string, zone: string, view: string): Promise<VersionRow | undefined>;
  /**
   * Makes a version durable; the latest one again changes nothing. Throws InvariantError on a serial that is not
   * above the last in RFC 1982 order, or that has another content.
   */
  append(claim: Claim, row: VersionRow): Promise<void>;
  /** Records that a zone was taken out; one that is out already, or was never there, stays so. */
  remove(claim: Claim, target: string, zone: string, view: string, deploymentId: string): Promise<void>;
  /** Newest first. */
  history(target: string, zone: string, view: string, limit: number): Promise<VersionRow[]>;
}

const KEPT = 20;

export function createVersions(database: Database): ZoneVersions {
  const { db } = database;
  return {
    async current(target) {
      const rows = await db
        .selectFrom("zoneVersion")
        .selectAll()
        .where("seq", "in", (eb) =>
          eb
            .selectFrom("zoneVersion")
            .select((each) => each.fn.max("seq").as("seq"))
            .where("target", "=", target)
            .groupBy(["zone", "view"]),
        )
        .where("removed", "=", 0)
        .orderBy("zone")
        .orderBy("view")
        .execute();
      return rows.map(versionFrom);
    },
    async get(target, zone, view) {
      const row = await latest(db, { target, zone, view });
      return row && versionFrom(row);
    },
    append: (claim, row) =>
      fenced(database, claim, `storing ${row.zone} ${row.serial} for ${row.target}`, (tx) =>
        appendVersion(tx, row),
      ),
    remove: (claim, target, zone, view, deploymentId) =>
      fenced(database, claim, `taking ${zone} out of ${target}`, async (tx) => {
        const last = await latest(tx, { target, zone, view });
        if (!last || last.removed === 1) return;
        const { commitSha } = last;
        const serial = successor(last.serial);
        const nothing = { contentHash: "", text: "", createdAt: database.now(), removed: 1 } as const;
        await insertVersion(tx, { target, zone, view, serial, commitSha, deploymentId, ...nothing });
      }),
    async history(target, zone, view, limit) {
      const rows = await ofZone(db, { target, zone, view }).limit(limit).execute();
      return rows.map(versionFrom);
    },
  };
}

type StoredVersion = Selectable<Tables["zoneVersion"]>;
type ZoneKey = Pick<VersionRow, "target" | "zone" | "view">;

function ofZone(tx: Tx | Database["db"], key: ZoneKey) {
  return tx
    .selectFrom("zoneVersion")
    .selectAll()
    .where("target", "=", key.target)
    .where("zone", "=", key.zone)
    .where("view", "=", key.view)
    .orderBy("seq", "desc");
}

async function latest(tx: Tx | Database["db"], key: ZoneKey) {
  return ofZone(tx, key).limit(1).executeTakeFirst();
}

async function appendVersion(tx: Tx, row: VersionRow): Promise<void> {
  const last = await latest(tx, row);
  if (last?.serial === row.serial && last.contentHash === row.contentHash) return;
  if (last) refuseOldSerial(row, last);
  const { target, zone, view, serial, contentHash, commitSha, deploymentId, text, createdAt } = row;
  const values = { target, zone, view, serial, contentHash, commitSha, deploymentId, text, createdAt };
  await insertVersion(tx, { ...values, removed: 0 });
}

/** Adds a row and drops the one that is then one too many. */
async function insertVersion(tx: Tx, row: ZoneKey & InsertObject<Tables, "zoneVersion">): Promise<void> {
  await tx.insertInto("zoneVersion").values(row).execute();
  const surplus = await ofZone(tx, row).offset(KEPT).limit(1).clearSelect().select("seq").executeTakeFirst();
  if (surplus) await tx.deleteFrom("zoneVersion").where("seq", "=", surplus.seq).execute();
}

function refuseOldSerial(row: VersionRow, last: StoredVersion): void {
  const doing = `storing zone ${row.zone} in view ${row.view} for target ${row.target}`;
  if (row.serial === last.serial) {
    throw new InvariantError(doing, `serial ${row.serial} belongs to another content for ever`);
  }
  if (!isAbove(row.serial, last.serial)) {
    throw new InvariantError(doing, `serial ${row.serial} is not above ${last.serial} (RFC 1982)`);
  }
}

function versionFrom(stored: StoredVersion): VersionRow {
  const { seq: _, ...row } = stored;
  return { ...row, removed: row.removed === 1 };
}
