import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "@jest/globals";
import { silentLog, UsageError } from "../../src/base/index.ts";
import { openStore } from "../../src/store/index.ts";
import { migrations } from "../../src/store/migrations/index.ts";
import { sqliteEngine } from "../../src/store/sqlite/engine.ts";
import { openSqliteFile } from "../../src/store/sqlite/file.ts";
import { claimOf, useBench } from "./harness.ts";
import { pull } from "./rows.ts";

const bench = useBench();
const folder = mkdtempSync(join(tmpdir(), "zonewright-open-"));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (path: string) => openStore({ path, log: silentLog });

describe("opening a store", () => {
  test("keeps what was written before", async () => {
    const path = join(folder, "kept.db");
    const first = await open(path);
    await first.pulls.save(await claimOf(first, "a"), pull);
    await first.close();
    const second = await open(path);
    expect(await second.pulls.list()).toEqual([pull]);
    expect(await second.lanes.find("a")).toMatchObject({ fence: 1, owner: "worker" });
    await second.close();
    await expect(second.pulls.list()).rejects.toThrow();
  });

  test("goes by the database's clock", async () => {
    const store = await open(":memory:");
    const before = Date.now();
    const claim = await claimOf(store, "a");
    const leaseUntil = (await store.lanes.find(claim.key))?.leaseUntil ?? 0;
    expect(leaseUntil - 30_000).toBeGreaterThanOrEqual(before - 1);
    expect(leaseUntil - 30_000).toBeLessThanOrEqual(Date.now() + 1);
    await store.close();
  });

  test("commits go through a write-ahead log to the disk before they are acknowledged", async () => {
    const file = await openSqliteFile(join(folder, "durable.db"));
    expect(file.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    expect(file.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    file.close();
  });

  test("several at once create one database", async () => {
    const path = join(folder, "race.db");
    const stores = await Promise.all([open(path), open(path), open(path)]);
    await Promise.all(stores.map((store) => store.lanes.bump(["a"])));
    expect(await stores[0]?.lanes.find("a")).toMatchObject({ gen: 3 });
    await Promise.all(stores.map((store) => store.close()));
  });

  test("refuses a database that a newer version has migrated, and leaves it as it is", async () => {
    const path = join(folder, "newer.db");
    await (await open(path)).close();
    const file = new DatabaseSync(path);
    file.exec("insert into kysely_migration values ('9999-from-the-future', '2099-01-01T00:00:00.000Z')");
    const migrations = () => file.prepare("select name from kysely_migration order by name").all();
    const migrated = migrations();
    await expect(open(path)).rejects.toThrow(UsageError);
    await expect(open(path)).rejects.toThrow("9999-from-the-future");
    expect(migrations()).toEqual(migrated);
    file.close();
  });

  test("refuses another program's database", async () => {
    const path = join(folder, "other.db");
    const file = new DatabaseSync(path);
    file.exec("create table theirs (x)");
    file.close();
    await expect(open(path)).rejects.toThrow("database of another program");
  });

  test("refuses a file that is no database", async () => {
    const path = join(folder, "text.db");
    writeFileSync(path, "version: 1\n".repeat(500));
    await expect(open(path)).rejects.toThrow(/text\.db: it is not an SQLite database/);
  });

  test("says what to do about a folder that is not there", async () => {
    await expect(open(join(folder, "none", "store.db"))).rejects.toThrow("folder must exist");
  });

  test("refuses a lease that is none", async () => {
    await expect(openStore({ path: ":memory:", log: silentLog, leaseMs: 0 })).rejects.toThrow(UsageError);
  });
});

describe("migrations", () => {
  test("are all registered, under the names of their files", () => {
    const files = readdirSync(new URL("../../src/store/migrations", import.meta.url));
    const named = files.filter((file) => file !== "index.ts").map((file) => file.replace(/\.ts$/, ""));
    const file = new DatabaseSync(":memory:");
    expect(Object.keys(migrations(sqliteEngine(file)))).toEqual(named.sort());
    file.close();
  });
});

describe("two stores on one file", () => {
  test("wait for each other's transactions without stopping the event loop", async () => {
    const { open: replica } = bench();
    const [one, two] = [await replica(), await replica()];
    const bumps = Array.from({ length: 40 }, (_, index) => (index % 2 ? one : two).lanes.bump(["a", "b"]));
    await Promise.all(bumps);
    expect(await one.lanes.list()).toMatchObject([{ gen: 40 }, { gen: 40 }]);
  });

  test("never claim one lane twice", async () => {
    const { open: replica } = bench();
    const stores = [await replica(), await replica(), await replica()];
    const keys = Array.from({ length: 20 }, (_, index) => `pull:1#${index}`);
    await stores[0]?.lanes.bump(keys);
    const claims = await Promise.all(
      Array.from({ length: 30 }, (_, index) => stores[index % 3]?.lanes.claim(`w${index}`)),
    );
    const taken = claims.flatMap((claim) => (claim ? [claim.key] : []));
    expect(taken.sort()).toEqual([...keys].sort());
  });
});
