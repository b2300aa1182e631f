import type { Log } from "../base/index.ts";
import type { RepositoryBinding } from "../config/index.ts";
import { GitHubRefused } from "../github/index.ts";
import { formatLane } from "../pull/index.ts";
import type { Claim } from "../store/index.ts";
import { boundRepository } from "./access.ts";
import type { Controller } from "./controller.ts";
import type { LaneOutcome } from "./worker.ts";

const DELIVERIES_KEPT_MS = 7 * 24 * 3_600_000;
const GITHUB_KEEPS_MS = 3 * 24 * 3_600_000;
const BLOB_CACHE_OCTETS = 512 * 1024 * 1024;

/**
 * Derives everything again from GitHub and the store, so that a lost webhook costs a sweep, not a deployment: asks for
 * webhooks that never arrived, and has every open pull request and every bound branch looked at. Each part is done
 * whatever becomes of the others; the first error is thrown in the end, so that the sweep comes again sooner.
 */
export async function sweep(
  controller: Controller,
  _claim: Claim,
  log: Log,
  signal: AbortSignal,
): Promise<LaneOutcome> {
  const { store, clock } = controller;
  const errors: unknown[] = [];
  const attempt = async (what: string, work: () => Promise<void>) => {
    signal.throwIfAborted();
    try {
      await untilStopped(signal, work());
    } catch (error) {
      signal.throwIfAborted();
      log.warn({ error, what }, "a part of the sweep went wrong");
      errors.push(error);
    }
  };
  await attempt("repositories", () => learnRepositories(controller));
  await attempt("deliveries", () => recoverDeliveries(controller, log));
  for (const binding of controller.bindings) {
    await attempt(`${binding.repository}@${binding.branch}`, () => lookAt(controller, binding, log, signal));
  }
  await store.inbox.prune(clock.now() - DELIVERIES_KEPT_MS);
  await store.blobs.prune(BLOB_CACHE_OCTETS);
  if (errors.length > 0) throw errors[0];
  return { again: controller.sweepEveryMs };
}

/** Calls of the App itself do not end with the signal: they are left to themselves then. */
function untilStopped(signal: AbortSignal, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Has a bound branch and all its open pull requests looked at: those GitHub lists, and those we still take for open. */
async function lookAt(
  controller: Controller,
  binding: RepositoryBinding,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const { store, github } = controller;
  const id = await boundRepository(controller, binding);
  const row = id === undefined ? undefined : await store.repositories.get(id);
  if (row === undefined) {
    log.warn(
      { repo: binding.repository },
      "the App is not installed on a repository that the operator bound",
    );
    return;
  }
  const at = { repositoryId: row.id, ref: binding.branch };
  const open = await github.repository(row, signal).openPulls(binding.branch);
  const known = await store.pulls.open(row.id, binding.branch);
  const numbers = new Set([...open, ...known].map((pull) => pull.number));
  await store.lanes.bump([
    formatLane({ ...at, kind: "branch" }),
    formatLane({ ...at, kind: "deploy" }),
    ...(await idleMonitor(controller, at)),
    ...[...numbers].map((number) => formatLane({ kind: "pull", repositoryId: row.id, number })),
  ]);
}

/** The lane of a branch's monitor where nobody is to look at it: one that is due later keeps to its time. */
async function idleMonitor(
  { store, monitorEveryMs }: Controller,
  at: { readonly repositoryId: number; readonly ref: string },
): Promise<readonly string[]> {
  if (monitorEveryMs === undefined) return [];
  const key = formatLane({ ...at, kind: "monitor" });
  const lane = await store.lanes.find(key);
  return lane === undefined || (lane.dueAt === undefined && lane.owner === undefined) ? [key] : [];
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
    const about = { delivery: failed.guid, event: failed.event };
    log.info(about, "asking GitHub to deliver a webhook again");
    await github.redeliver(failed.id).catch((error: unknown) => {
      if (!(error instanceof GitHubRefused)) throw error;
      log.warn({ ...about, error }, "GitHub does not deliver it again");
    });
  }
}
