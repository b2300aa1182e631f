import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { silentLog } from "../../../src/base/index.ts";
import { LeaseLost, openStore } from "../../../src/store/index.ts";
import { mergeFor } from "./merging.ts";

/**
 * Accepts deliveries and merges until it is killed: `node worker.ts DATABASE WORLD LEASE`. Says on stdout what it
 * has acknowledged, one line each, written before it goes on.
 */
const [path = "", world = "", lease = ""] = process.argv.slice(2);
const store = await openStore({ path, log: silentLog, leaseMs: Number(lease) });
const owner = `worker-${process.pid}`;

for (let number = 0; ; number++) {
  const guid = randomUUID();
  const lanes = [`pull:1#${number % 5}`];
  const delivery = {
    guid,
    event: "pull_request",
    action: "synchronize",
    receivedAt: Date.now(),
    payload: "{}",
  };
  await store.inbox.accept(delivery, { lanes });
  writeSync(1, `accepted ${guid}\n`);

  const claim = await store.lanes.claim(owner);
  if (!claim) continue;
  try {
    const merged = await mergeFor(store, claim, world);
    writeSync(1, `merged ${merged}\n`);
    await store.lanes.settle(claim, { ok: true });
  } catch (error) {
    // A machine too busy to run us for the length of a lease; the lane is claimed again.
    if (!(error instanceof LeaseLost)) throw error;
  }
}
