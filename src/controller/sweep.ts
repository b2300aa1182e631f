import type { Log } from "../base/index.ts";
import { formatLane } from "../pull/index.ts";
import type { Claim } from "../store/index.ts";
import type { Controller } from "./controller.ts";
import type { LaneOutcome } from "./worker.ts";

const DELIVERIES_KEPT_MS = 7 * 24 * 3_600_000;
const GITHUB_KEEPS_MS = 3 * 24 * 3_600_000;
const BLOB_CACHE_OCTETS = 512 * 1024 * 1024;

/**
 * Derives everything again from GitHub and the store, so that a lost webhook costs a sweep, not a deployment: asks for
 * webhooks that never arrived, and has every open pull request and every bound branch looked at.
 */
export async function sweep(
  controller: Controller,
  _claim: Claim,
  log: Log,
  signal: AbortSignal,
): Promise<LaneOutcome> {
  const { store, clock } = controller;
  await learnRepositories(controller);
  await recoverDeliveries(controller, log);
  for (const binding of controller.bindings) {
    const [owner, name] = binding.repository.split("/");
    const row = await store.repositories.byName(owner ?? "", name ?? "");
    if (row === undefined) {
      log.warn(
        { repo: binding.repository },
        "the App is not installed on a repository that the operator bound",
      );
      continue;
    }
    const at = { repositoryId: row.id, ref: binding.branch };
    const open = await controller.github.repository(row, signal).openPulls(binding.branch);
    const known = await store.pulls.open(row.id, binding.branch);
    const numbers = new Set([...open, ...known].map((pull) => pull.number));
    await store.lanes.bump([
      formatLane({ ...at, kind: "branch" }),
      formatLane({ ...at, kind: "deploy" }),
      ...[...numbers].map((number) => formatLane({ kind: "pull", repositoryId: row.id, number })),
    ]);
  }
  await store.inbox.prune(clock.now() - DELIVERIES_KEPT_MS);
  await store.blobs.prune(BLOB_CACHE_OCTETS);
  return { again: controller.sweepEveryMs };
}

async function learnRepositories({ github, store }: Controller): Promise<void> {
  for (const installation of await github.installations()) {
    if (installation.suspended) continue;
    for (const row of await github.repositories(installation.id)) await store.repositories.upsert(row);
  }
}

/** Webhooks GitHub could not deliver while we were away are asked for again; one that did arrive is not applied twice. */
async function recoverDeliveries({ github, store, clock }: Controller, log: Log): Promise<void> {
  for (const failed of await github.failedDeliveries(clock.now() - GITHUB_KEEPS_MS)) {
    if ((await store.inbox.find(failed.guid)) !== undefined) continue;
    log.info({ delivery: failed.guid, event: failed.event }, "asking GitHub to deliver a webhook again");
    await github.redeliver(failed.id);
  }
}
