import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "@jest/globals";
import { silentLog } from "../../../src/base/index.ts";
import { openStore, type Store } from "../../../src/store/index.ts";
import { mergeFor, mergesIn } from "./merging.ts";

const ROUNDS = 8;
const LEASE_MS = 2000;
const folder = mkdtempSync(join(tmpdir(), "zonewright-kill-"));
const database = join(folder, "store.db");
const world = join(folder, "merges.txt");
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a worker, kills it at a moment it cannot foresee, and returns the lines it had finished writing. */
async function acknowledgedUntilKilled(): Promise<string[]> {
  const script = fileURLToPath(new URL("./worker.ts", import.meta.url));
  const child = spawn(process.execPath, [script, database, world, String(LEASE_MS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const closed = new Promise((resolve) => child.once("close", (_code, signal) => resolve(signal)));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  await sleep(Math.random() * 120);
  child.kill("SIGKILL");
  expect(await closed).toBe("SIGKILL");
  return output.split("\n").slice(0, -1);
}

async function expectKept(store: Store, lines: readonly string[]) {
  for (const line of lines) {
    const [said, id = ""] = line.split(" ", 2);
    if (said === "accepted") expect(await store.inbox.find(id)).toMatchObject({ guid: id });
    else expect(await store.effects.find(id)).toMatchObject({ state: "done", output: { merged: id } });
  }
}

async function finish(store: Store) {
  const deadline = Date.now() + 5 * LEASE_MS;
  while ((await store.lanes.nextDue()) !== undefined) {
    expect(Date.now()).toBeLessThan(deadline);
    const claim = await store.lanes.claim("finisher");
    if (!claim) {
      await sleep(50);
      continue;
    }
    await mergeFor(store, claim, world);
    await store.lanes.settle(claim, { ok: true });
  }
}

describe("a worker killed with SIGKILL at any moment", () => {
  test("loses nothing it acknowledged, and no merge happens twice or goes unrecorded", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const lines = await acknowledgedUntilKilled();
      expect(lines.length).toBeGreaterThan(0);
      const store = await openStore({ path: database, log: silentLog, leaseMs: LEASE_MS });
      await expectKept(store, lines);
      await store.close();
    }
    const store = await openStore({ path: database, log: silentLog, leaseMs: LEASE_MS });
    await finish(store);
    expect(await store.effects.open()).toEqual([]);
    const merges = mergesIn(world);
    expect(new Set(merges).size).toBe(merges.length);
    const audited = (await store.audit.list({ limit: merges.length + 1 })).map((row) => row.subject);
    expect(audited.sort()).toEqual(merges.sort());
    await store.close();
  }, 30_000);
});
